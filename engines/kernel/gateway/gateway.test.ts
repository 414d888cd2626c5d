import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { folderGateway, httpGateway, NotSent } from './index.ts'

describe('a drop folder', () => {
  it('has a message whole or not at all, and the same message once', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'tongqu-gateway-'))
    const gateway = folderGateway(dir)
    await gateway.send('M-1', Buffer.from('one'))
    await gateway.send('M-1', Buffer.from('one'))
    expect(await readdir(join(dir, 'out'))).toEqual(['M-1.xml'])
    expect(await readFile(join(dir, 'out/M-1.xml'), 'utf8')).toBe('one')
    await expect(gateway.send('../M-2', Buffer.from('x'))).rejects.toThrow(NotSent)
  })

  it('gives what is whole, and neither links, parts, folders nor what is too large', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'tongqu-gateway-'))
    const gateway = folderGateway(dir)
    expect(await gateway.arrivals(10)).toEqual([])
    const inside = join(dir, 'in')
    await mkdir(join(inside, 'c.xml'), { recursive: true })
    await writeFile(join(inside, 'a.xml'), '<a/>')
    await writeFile(join(inside, 'b.xml.part'), '<b')
    await writeFile(join(inside, 'd.xml'), 'x'.repeat(100))
    await writeFile(join(dir, 'secret'), 'secret')
    await symlink(join(dir, 'secret'), join(inside, 'e.xml'))
    const arrivals = await gateway.arrivals(10)
    const read = await Promise.all(arrivals.map(each => each.read(50)))
    expect(arrivals.map(each => each.name)).toEqual(['a', 'c', 'd', 'e'])
    expect(read.map(each => each && Buffer.from(each).toString())).toEqual([
      '<a/>',
      undefined,
      undefined,
      undefined,
    ])
    await arrivals[0]!.putAway('taken')
    await arrivals[2]!.putAway('refused')
    expect((await gateway.arrivals(10)).map(each => each.name)).toEqual(['c', 'e'])
    expect(await readdir(join(inside, 'refused'))).toEqual(['d.xml'])
  })
})

describe('an address', () => {
  async function answering(status: number | 'cut'): Promise<string> {
    const server = createServer((request, response) => {
      if (status === 'cut') return void request.socket.destroy()
      request.resume().on('end', () => response.writeHead(status).end())
    })
    onTestFinished(() => void server.close())
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  }
  const outcome = async (url: string) =>
    httpGateway(url)
      .send('M-1', Buffer.from('<a/>'))
      .then(
        () => 'sent',
        (error: NotSent) => (error.isUncertain ? 'uncertain' : 'not sent'),
      )

  it('has taken a message when it says so, has not when it refuses, and else nobody knows', async () => {
    expect(await outcome(await answering(202))).toBe('sent')
    expect(await outcome(await answering(400))).toBe('not sent')
    expect(await outcome(await answering(302))).toBe('uncertain')
    expect(await outcome(await answering(503))).toBe('uncertain')
    expect(await outcome(await answering('cut'))).toBe('uncertain')
  })

  it('that nobody listens at has certainly not got it', async () => {
    const server = createServer()
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    await new Promise(done => server.close(done))
    expect(await outcome(`http://127.0.0.1:${port}/`)).toBe('not sent')
  })
})

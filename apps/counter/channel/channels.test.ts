import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { testFolder } from '@tongqu/tools/test/folder'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openCounter } from '../serve.ts'
import { NOW, receiptOf, unsigned } from '../testing/desk.ts'
import { envelopeOf, listOf, messageOf, orderOf, paymentOf, waybillOf } from '../testing/messages.ts'

const root = await testFolder()
let count = 0
const place = () => join(root, String(++count))
const never = new AbortController().signal
const order = (serial: number) =>
  envelopeOf(`M${serial}`, 'CEB311Message', messageOf('CEB311', orderOf(serial)))

describe('the drop folder', () => {
  const settings = (at: string) => ({
    state: join(at, 'state'),
    folder: { in: join(at, 'in'), out: join(at, 'out') },
    scenario: unsigned(),
    faster: 1,
    clock: new Date(NOW),
    once: true,
  })

  function filled(files: Record<string, Buffer | string>): string {
    const at = place()
    mkdirSync(join(at, 'in'), { recursive: true })
    for (const [name, content] of Object.entries(files)) writeFileSync(join(at, 'in', name), content)
    return at
  }

  it('takes whole files, a list before its documents too, and answers each in a file of its own', async () => {
    const at = filled({
      'a.xml': envelopeOf('A', 'CEB621Message', messageOf('CEB621', listOf(1))),
      'b.xml': order(1),
      'c.xml': envelopeOf('C', 'CEB411Message', messageOf('CEB411', paymentOf(1))),
      'd.xml': envelopeOf('D', 'CEB511Message', messageOf('CEB511', waybillOf(1))),
      'e.xml.part': order(2),
    })
    const tallies = await (await openCounter(settings(at))).run(never)
    expect(tallies).toMatchObject({ 'envelopes taken': 4, 'CEB622Message sent': 3 })
    expect(readdirSync(join(at, 'in'))).toEqual(['e.xml.part'])
    const out = readdirSync(join(at, 'out')).sort()
    expect(out).toHaveLength(10)
    expect(out.every(name => /^\d{17}_CEB\d+Message_[0-9A-F-]{36}\.xml$/.test(name))).toBe(true)
    const last = receiptOf(readFileSync(join(at, 'out', out.at(-2)!), 'utf8'))
    expect([last.type, last.status]).toEqual(['CEB622Message', '800'])
    expect(out.at(-1)).toContain('CEB816Message')
  })

  it('puts what cannot be opened aside with the reason', async () => {
    const at = filled({ 'bad.xml': '<!DOCTYPE a><a/>', 'empty.xml': '' })
    await (await openCounter(settings(at))).run(never)
    expect(readdirSync(join(at, 'in'))).toEqual([])
    expect(readFileSync(join(at, 'state/refused/bad.xml.txt'), 'utf8')).toContain('DOCTYPE')
    expect(readdirSync(join(at, 'state/refused'))).toContain('empty.xml')
  })

  it('repeats to the byte with a clock that stands', async () => {
    const files = Object.fromEntries([1, 2, 3].map(serial => [`${serial}.xml`, order(serial)]))
    const outs: Record<string, string>[] = []
    for (const at of [filled(files), filled(files)]) {
      await (await openCounter(settings(at))).run(never)
      const names = readdirSync(join(at, 'out')).sort()
      outs.push(Object.fromEntries(names.map(name => [name, readFileSync(join(at, 'out', name), 'utf8')])))
    }
    expect(outs[0]).toEqual(outs[1])
  })

  it('goes on with a memory that another process left, and refuses one that another holds', async () => {
    const at = filled({ '1.xml': order(1) })
    await (await openCounter(settings(at))).run(never)
    writeFileSync(join(at, 'in/2.xml'), order(1))
    const open = await openCounter(settings(at))
    await expect(openCounter(settings(at))).rejects.toThrow('held by another counter')
    expect(await open.run(never)).toMatchObject({ 'CEB311 taken': 1, 'CEB311 duplicate': 1 })
  })
})

describe('HTTP', () => {
  async function serving(callback?: string) {
    const http = { host: '127.0.0.1', port: 0, ...(callback && { callback, token: 'secret' }) }
    const counter = await openCounter({
      state: place(),
      http,
      scenario: unsigned(),
      faster: 1000,
      once: false,
    })
    const stop = new AbortController()
    const ended = counter.run(stop.signal)
    onTestFinished(async () => {
      stop.abort()
      await ended
    })
    const url = `http://127.0.0.1:${counter.port}`
    const post = (body: Uint8Array | string) =>
      fetch(`${url}/dxp`, { method: 'POST', body: body as BodyInit })
    const json = async (path: string) => (await fetch(`${url}${path}`)).json() as Promise<Fetched>
    return { url, post, json }
  }
  interface Fetched {
    readonly next: number
    readonly receipts: { readonly id: number; readonly envelope: string }[]
  }

  it('takes envelopes and gives receipts until they are acknowledged', async () => {
    const { post, json } = await serving()
    const answers = await Promise.all([1, 2, 3].map(serial => post(order(serial))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const path = '/receipts?for=DXPENT0000000001'
    await expect.poll(async () => (await json(path)).receipts.length, { timeout: 10_000 }).toBe(6)
    const { receipts, next } = await json(path)
    expect(receipts.map(one => receiptOf(one.envelope).status).sort()).toEqual([
      '120',
      '120',
      '120',
      '2',
      '2',
      '2',
    ])
    expect((await json('/receipts?for=DXPENT0000000002')).receipts).toEqual([])
    expect((await json(`${path}&limit=2`)).receipts).toHaveLength(2)
    expect(await json(`${path}&after=${next}`)).toEqual({ receipts: [], next })
  })

  it('refuses what is no envelope, and what nobody serves', async () => {
    const { post, url } = await serving()
    const refused = await post('<a/>')
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { taken: false, reason: '不是 DxpMsg 传输报文' },
    ])
    expect((await fetch(`${url}/receipts`)).status).toBe(400)
    expect((await fetch(`${url}/other`)).status).toBe(404)
  })

  it('posts receipts to an address again until it takes them', async () => {
    const got: string[] = []
    let refusals = 2
    const listener = createServer(async (request, answer) => {
      let body = ''
      for await (const part of request) body += part
      const isTaken = refusals-- <= 0
      if (isTaken) got.push(`${request.headers.authorization} ${receiptOf(body).status}`)
      answer.writeHead(isTaken ? 204 : 503).end()
    })
    await new Promise<void>(done => listener.listen(0, '127.0.0.1', done))
    onTestFinished(() => void listener.close())
    const { post } = await serving(`http://127.0.0.1:${(listener.address() as AddressInfo).port}/`)
    await post(order(1))
    await expect.poll(() => got.sort(), { timeout: 10_000 }).toEqual(['Bearer secret 120', 'Bearer secret 2'])
  })
})

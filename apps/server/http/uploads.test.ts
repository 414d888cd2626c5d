import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sm3 } from '@tongqu/kernel/crypto'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Ground, ground } from '../testing/ground.ts'
import { SAMPLE_LIMIT, sample } from '../testing/sample.ts'
import { type Ask, ask, dial } from '../testing/wire.ts'

const { url } = await testDatabase()
let on: Ground
let address: string
let cookie: string
let before: string[]
beforeAll(async () => {
  on = await ground({ url, more: [sample().module], bounds: { uploadIdle: 300, linger: 300 } })
  address = await on.address()
  cookie = await on.signIn('trader')
})
beforeEach(async () => {
  before = await written()
})
afterAll(() => on.stop())

const PIECE = Buffer.alloc(4096, 'x')
const FILE = { 'content-type': 'application/octet-stream' }

/** Everything that lies in the folder of files. */
async function written(): Promise<string[]> {
  const found = await readdir(join(on.host.config.dataDir, 'files'), { recursive: true }).catch(() => [])
  return found.filter(name => /[0-9a-f]{64}$|arriving./.test(name)).sort()
}

function* endless(): Generator<Uint8Array> {
  for (;;) yield PIECE
}

const take = (more: Ask, query = '?name=a.txt') => ask(`${address}/api/sample/paper/take${query}`, more)
const headers = () => ({ ...FILE, cookie })

test('a file is taken in whole, under the name it is sent with, beside what else the address says', async () => {
  const name = encodeURIComponent('订单 9月.csv')
  const pieces = [Buffer.from('订单,'), Buffer.from('日期')]
  const reply = await take({ headers: headers(), body: pieces }, `?name=${name}&pages=3`)
  expect(reply.status, reply.body.toString()).toBe(200)
  const content = Buffer.concat(pieces)
  expect(reply.json()).toEqual({
    sm3: sm3(content),
    bytes: content.length,
    type: 'text/plain',
    name: '订单 9月.csv',
    pages: 3,
  })
  expect(await written()).toEqual([...before, join(sm3(content).slice(0, 2), sm3(content))].sort())
})

test('what the edge finds out of the bytes cannot be said by the sender', async () => {
  const reply = await take(
    { headers: headers(), body: [Buffer.from('abc')] },
    `?name=a&bytes=99&type=image/png&sm3=${'0'.repeat(64)}`,
  )
  expect(reply.json()).toMatchObject({ sm3: sm3('abc'), bytes: 3, type: 'text/plain' })
})

test('a body that never ends is cut off at the limit, the sender is told, and nothing stays', async () => {
  const reply = await take({ headers: { ...headers(), 'transfer-encoding': 'chunked' }, body: endless() })
  expect(reply.status).toBe(413)
  expect(reply.json()).toMatchObject({ code: 'file.too_large', params: { limit: SAMPLE_LIMIT } })
  expect(await written()).toEqual(before)
})

test('a file that says it is too large is refused before a byte of it is read', async () => {
  const reply = await take({
    headers: { ...headers(), 'content-length': SAMPLE_LIMIT + 1, expect: '100-continue' },
  })
  expect(reply.status).toBe(413)
  expect(await written()).toEqual(before)
})

test('nobody who may not upload gets a byte to the disk, nor is asked for one', async () => {
  const auditor = await on.signIn('auditor')
  for (const [who, code] of [
    [{}, 'call.not_signed_in'],
    [{ cookie: auditor }, 'call.not_allowed'],
    [{ cookie, origin: 'https://evil.example' }, 'http.from_elsewhere'],
  ] as const) {
    const patient = await take({ headers: { ...FILE, ...who, expect: '100-continue', 'content-length': 10 } })
    expect(patient.json()).toMatchObject({ code })
    const hasty = await take({
      headers: { ...FILE, ...who, 'transfer-encoding': 'chunked' },
      body: endless(),
    })
    expect(hasty.json()).toMatchObject({ code })
  }
  expect(await written()).toEqual(before)
})

test('JSON cannot reach a call that takes a file, nor give itself out as one', async () => {
  const claimed = JSON.stringify({ sm3: '0'.repeat(64), bytes: 1, type: 'text/plain', name: 'a' })
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
    const reply = await take({ headers: { cookie, 'content-type': type }, body: [Buffer.from(claimed)] })
    expect(reply.status).toBe(415)
    expect(reply.json()).toMatchObject({ code: 'call.takes_file' })
  }
  expect(await written()).toEqual(before)
})

test('an empty file is refused', async () => {
  const reply = await take({ headers: { ...headers(), 'content-length': 0 } })
  expect(reply.json()).toMatchObject({ code: 'file.empty' })
})

test('a sender that asks first is told to go on once it was let in', async () => {
  const socket = dial(address)
  const heard = new Promise<string>(resolve => socket.once('data', data => resolve(String(data))))
  const lines = Object.entries({
    ...headers(),
    host: 'localhost',
    expect: '100-continue',
    'content-length': 3,
  })
  socket.write(
    `POST /api/sample/paper/take?name=a HTTP/1.1\r\n${lines.map(each => each.join(': ')).join('\r\n')}\r\n\r\n`,
  )
  expect(await heard).toMatch(/^HTTP\/1.1 100 Continue/)
  const answered = new Promise<string>(resolve => socket.once('data', data => resolve(String(data))))
  socket.write('abc')
  expect(await answered).toMatch(/^HTTP\/1.1 200/)
  socket.destroy()
})

test('an upload that breaks off leaves nothing', async () => {
  const gone = Promise.withResolvers<void>()
  on.app.server.once('request', request => request.once('close', gone.resolve))
  const socket = dial(address)
  socket.write(
    `POST /api/sample/paper/take?name=a HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n` +
      'content-type: application/octet-stream\r\ncontent-length: 50000\r\n\r\nhalf of it',
  )
  await arrival()
  socket.destroy()
  await gone.promise
  await expect.poll(written).toEqual(before)
})

test('an upload that falls silent is told so, cut off, and leaves nothing', async () => {
  async function* halting() {
    yield PIECE
    await new Promise(() => undefined)
  }
  const reply = await take({ headers: { ...headers(), 'transfer-encoding': 'chunked' }, body: halting() })
  expect(reply.status).toBe(408)
  await expect.poll(written).toEqual(before)
})

/** Until an upload has begun to arrive on the disk. */
async function arrival(): Promise<void> {
  await expect.poll(async () => (await written()).some(name => name.includes('arriving'))).toBe(true)
}

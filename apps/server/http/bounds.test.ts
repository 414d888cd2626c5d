import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ground, ground } from '../testing/ground.ts'
import { dial, raw } from '../testing/wire.ts'
import { BOUNDS } from './bounds.ts'

const { url } = await testDatabase()
let on: Ground
let address: string
beforeAll(async () => {
  on = await ground({ url, bounds: { headerWithin: 400, bodyWithin: 400, header: 2048 } })
  address = await on.address()
})
afterAll(() => on.stop())

const HEAD = 'POST /api/kernel/session/open HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n'

function bodyOf(answer: string): Record<string, unknown> {
  return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as Record<string, unknown>
}

test('a header that is only half sent is not waited for', async () => {
  const answer = await raw(address, 'GET /health HTTP/1.1\r\nhost: local')
  expect(answer).toMatch(/^HTTP\/1.1 408 /)
  expect(bodyOf(answer)).toMatchObject({ code: 'http.too_slow' })
})

test('a body that is only half sent is not waited for', async () => {
  const answer = await raw(address, `${HEAD}content-length: 100\r\n\r\n{"login":`)
  expect(answer).toMatch(/^HTTP\/1.1 408 /)
  expect(bodyOf(answer)).toMatchObject({ code: 'http.too_slow', status: 408 })
})

test('a header that is too large is refused', async () => {
  const answer = await raw(
    address,
    `GET / HTTP/1.1\r\nhost: localhost\r\ncookie: ${'x'.repeat(3000)}\r\n\r\n`,
  )
  expect(answer).toMatch(/^HTTP\/1.1 431 /)
  expect(bodyOf(answer)).toMatchObject({ code: 'http.headers_too_large' })
})

test('words that are no HTTP, or mean two things at once, are refused and the connection ended', async () => {
  for (const words of [
    'what is this\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    `${HEAD}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    `${HEAD}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
    `${HEAD}content-length: -1\r\n\r\n`,
  ]) {
    const answer = await raw(address, words)
    expect(answer, words).toMatch(/^HTTP\/1.1 400 /)
  }
})

test('a body of unstated length is cut off at the bound', async () => {
  const socket = dial(address)
  socket.on('error', () => undefined)
  const heard = new Promise<string>(resolve => socket.once('data', data => resolve(String(data))))
  socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`)
  const piece = `10000\r\n${' '.repeat(0x10000)}\r\n`
  for (let sent = 0; sent <= BOUNDS.body; sent += 0x10000) socket.write(piece)
  expect(await heard).toMatch(/^HTTP\/1.1 413 /)
  socket.destroy()
})

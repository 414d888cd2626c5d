import { randomUUID } from 'node:crypto'
import { createLog } from '@tongqu/kernel/log'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type Ground, ground } from '../testing/ground.ts'
import { sample } from '../testing/sample.ts'
import { BOUNDS } from './bounds.ts'
import { routeOf } from './routes.ts'

const { url } = await testDatabase()
const logged: string[] = []
let on: Ground
beforeAll(async () => {
  const log = createLog('error', { write: (line: string) => void logged.push(line) })
  on = await ground({ url, more: [sample().module], log })
})
afterAll(() => on.stop())

const english = { 'accept-language': 'en-GB,en;q=0.9' }
const post = (address: string, payload: object | string, headers: Record<string, string> = {}) =>
  on.app.inject({
    method: 'POST',
    url: address,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  })

test('every call of the registry has its address: commands by POST, queries by GET and POST', () => {
  for (const call of on.host.registry().calls()) {
    expect(on.app.hasRoute({ method: 'POST', url: routeOf(call) }), call.name).toBe(true)
    expect(on.app.hasRoute({ method: 'GET', url: routeOf(call) }), call.name).toBe(call.kind === 'query')
  }
})

describe('a refusal', () => {
  it('is problem+json with the catalogue’s status, in the reader’s language', async () => {
    const address = '/api/customs/plan/list'
    const chinese = await on.app.inject({ url: address })
    expect(chinese.statusCode).toBe(401)
    expect(chinese.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(chinese.headers['content-language']).toBe('zh')
    expect(chinese.json()).toEqual({
      type: 'urn:tongqu:refusal:call.not_signed_in',
      title: '此操作需要登录',
      status: 401,
      code: 'call.not_signed_in',
      remedy: '登录，或随请求送上 API 密钥',
      params: {},
    })
    const other = await on.app.inject({ url: address, headers: english })
    expect(other.json()).toMatchObject({ title: 'This needs you to be signed in', status: 401 })
    expect(other.headers['content-language']).toBe('en')
  })

  it('names the place in the input that does not fit', async () => {
    const reply = await post('/api/kernel/session/open', { login: 'a', password: 1 })
    expect(reply.statusCode).toBe(422)
    expect(reply.json()).toMatchObject({ code: 'input.invalid', place: '/password' })
  })

  it('of a bug tells the reader a reference and the log the rest', async () => {
    const reply = await on.app.inject({ url: '/api/sample/fault/make', headers: english })
    expect(reply.statusCode).toBe(500)
    expect(reply.body).not.toContain('secret')
    const { params } = reply.json<{ params: { run: string } }>()
    expect(logged.some(line => line.includes(params.run) && line.includes('secret'))).toBe(true)
  })
})

describe('an idempotency key', () => {
  const create = (key: string, login: string, cookie: string) =>
    post(
      '/api/kernel/account/create',
      { login, name: { zh: '一', en: 'One' } },
      { 'idempotency-key': key, cookie },
    )

  it('gets the first answer again, marked as such, and 409 for another body', async () => {
    const cookie = await on.signIn('admin')
    const key = randomUUID()
    const first = await create(key, 'key.one', cookie)
    expect(first.statusCode, first.body).toBe(200)
    expect(first.headers).not.toHaveProperty('idempotent-replay')
    const second = await create(key, 'key.one', cookie)
    expect(second.headers['idempotent-replay']).toBe('true')
    expect(second.json()).toMatchObject({ id: first.json<{ id: string }>().id })
    const other = await create(key, 'key.two', cookie)
    expect(other.statusCode).toBe(409)
    expect(other.json()).toMatchObject({ code: 'key.reused' })
  })

  it('that is too long or not plain is refused before anything is done', async () => {
    const cookie = await on.signIn('admin')
    for (const key of ['x'.repeat(BOUNDS.key + 1), 'a b', ' '])
      expect((await create(key, 'key.three', cookie)).json()).toMatchObject({ code: 'http.key_not_valid' })
    expect((await create('x'.repeat(BOUNDS.key), 'key.three', cookie)).statusCode).toBe(200)
  })
})

describe('a body', () => {
  const OPEN = '/api/kernel/session/open'
  it.each(['{', '{"login":', 'null x', '\u0000', '{"__proto__":{"a":1}}'])(
    'that is not JSON (%s) is refused',
    async text => {
      const reply = await post(OPEN, text)
      expect(reply.statusCode).toBe(400)
      expect(reply.json()).toMatchObject({ code: 'http.body_not_json' })
    },
  )

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'multipart/form-data',
    'x',
  ])('of the type %s is refused where JSON is taken', async type => {
    const reply = await post(OPEN, '{"login":"a","password":"b"}', { 'content-type': type })
    expect(reply.statusCode).toBe(415)
    expect(reply.json()).toMatchObject({ code: 'http.not_json' })
  })

  it('larger than the bound is refused with the bound', async () => {
    const reply = await post(OPEN, JSON.stringify({ login: 'x'.repeat(BOUNDS.body) }))
    expect(reply.statusCode).toBe(413)
    expect(reply.json()).toMatchObject({ code: 'http.body_too_large', params: { limit: BOUNDS.body } })
  })

  it('may be missing where a call takes nothing', async () => {
    for (const payload of ['', '{}'])
      expect((await post('/api/kernel/session/who', payload)).json()).toEqual({ signedIn: false })
    const bare = await on.app.inject({ method: 'POST', url: '/api/kernel/session/who' })
    expect(bare.json()).toEqual({ signedIn: false })
  })
})

describe('the query string of a query', () => {
  const show = (query: string) => on.app.inject({ url: `/api/sample/input/show?${query}` })

  it('is read as the input’s schema says: numbers, booleans, JSON text for what is nested', async () => {
    const fx = encodeURIComponent('{"USD":"7.1"}')
    const reply = await show(
      `text=12&count=-3&share=0.25&sure=true&fx=${fx}&codes=${encodeURIComponent('["a"]')}&limit=5`,
    )
    expect(reply.json()).toEqual({
      text: '12',
      count: -3,
      share: 0.25,
      sure: true,
      fx: { USD: '7.1' },
      codes: ['a'],
      limit: 5,
    })
    expect((await show('limit=none')).json()).toEqual({ limit: 'none' })
  })

  it.each([
    ['count=1e3', '/count'],
    ['count=0x10', '/count'],
    ['count=', '/count'],
    ['count=99999999999999999999', '/count'],
    ['sure=yes', '/sure'],
    ['fx=%7B', '/fx'],
    ['text=a&text=b', '/text'],
    ['other=1', ''],
    ['__proto__=1', ''],
  ])('that does not fit (%s) is refused with its place', async (query, place) => {
    const reply = await show(query)
    expect(reply.statusCode).toBe(422)
    expect(reply.json<{ place: string }>().place ?? '').toContain(place)
  })

  it('may as well be posted', async () => {
    expect((await post('/api/sample/input/show', { fx: { USD: '7.1' } })).json()).toEqual({
      fx: { USD: '7.1' },
    })
  })
})

describe('an address', () => {
  it('that is not there is said not to be, in JSON', async () => {
    for (const address of [
      '/api',
      '/api/',
      '/api/customs',
      '/api/customs/plan/list/',
      '/api/../etc/passwd',
      '/x',
    ]) {
      const reply = await on.app.inject({ url: address })
      expect(reply.statusCode, address).toBe(404)
      expect(reply.json()).toMatchObject({ code: 'http.no_such_address' })
    }
  })

  it('that cannot be decoded is refused', async () => {
    expect((await on.app.inject({ url: '/%zz' })).json()).toMatchObject({ code: 'http.malformed' })
  })

  it('that takes another method says which', async () => {
    const reply = await on.app.inject({ url: '/api/kernel/session/open' })
    expect(reply.statusCode).toBe(405)
    expect(reply.headers.allow).toBe('POST')
    const put = await on.app.inject({ method: 'PUT', url: '/api/kernel/session/who' })
    expect(put.headers.allow).toBe('GET, POST')
  })
})

test('a file comes with its name in any script, to be saved and never shown as a page', async () => {
  const name = '订单"汇总" (终)*%.xlsx'
  const reply = await on.app.inject({ url: `/api/sample/paper/fetch?name=${encodeURIComponent(name)}` })
  expect(reply.body).toBe('内容')
  const said = String(reply.headers['content-disposition'])
  expect(said).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%.~-]+$/)
  expect(decodeURIComponent(said.split("UTF-8''")[1]!)).toBe(name)
  expect(said).not.toMatch(/filename="[^"]*["\\][^;]/)
  const template = await on.app.inject({ url: '/api/customs/plan/template?lang=zh' })
  expect(String(template.headers['content-disposition'])).toContain(encodeURIComponent('订单模板.xlsx'))
  expect(template.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test('every answer, whatever it is, carries the headers that protect a reader', async () => {
  const answers = await Promise.all([
    on.app.inject({ url: '/api/kernel/session/who' }),
    on.app.inject({ url: '/api/customs/plan/list' }),
    on.app.inject({ url: '/api/sample/fault/make' }),
    on.app.inject({ url: '/nothing' }),
    on.app.inject({ url: '/%zz' }),
    on.app.inject({ url: '/health' }),
    on.app.inject({ url: '/openapi.json' }),
    on.app.inject({ url: '/api/sample/paper/fetch?name=a' }),
    on.app.inject({ url: '/', headers: { host: 'elsewhere.example' } }),
    post('/api/kernel/session/open', '{'),
  ])
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBe('no-store')
  }
})

test('a caller who asks too often is told how many seconds to wait, and others are not', async () => {
  const ask = (remoteAddress: string) => on.app.inject({ url: '/api/sample/rare/ask', remoteAddress })
  for (let n = 0; n < 3; n++) expect((await ask('127.0.0.9')).statusCode).toBe(200)
  const reply = await ask('127.0.0.9')
  expect(reply.statusCode).toBe(429)
  const { code, params } = reply.json<{ code: string; params: { seconds: number } }>()
  expect(code).toBe('call.too_often')
  expect(params.seconds).toBeGreaterThan(0)
  expect(params.seconds).toBeLessThanOrEqual(60)
  expect(reply.headers['retry-after']).toBe(String(params.seconds))
  expect((await ask('127.0.0.10')).statusCode).toBe(200)
})

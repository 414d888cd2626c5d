import { systemActor } from '@tongqu/kernel/identity'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ground, ground } from '../testing/ground.ts'
import { createApp } from './app.ts'

const { url } = await testDatabase()
let on: Ground
let credentials: { login: string; password: string }
beforeAll(async () => {
  on = await ground({ url })
  const outcome = await on.host.call('kernel.demonstration.accounts', {}, systemActor('start'))
  const { accounts } = (outcome as { output: { accounts: (typeof credentials)[] } }).output
  const { login, password } = accounts.find(each => each.login === 'admin')!
  credentials = { login, password }
})
afterAll(() => on.stop())

const OPEN = '/api/kernel/session/open'
const WHO = '/api/kernel/session/who'

test('signing in answers who one is, and gives the token in a cookie that scripts cannot read and nowhere else', async () => {
  const reply = await on.app.inject({ method: 'POST', url: OPEN, payload: credentials })
  const cookie = String(reply.headers['set-cookie'])
  expect(cookie).toMatch(/^tongqu_session=[\w-]{40,}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(reply.json()).toMatchObject({ account: { login: 'admin' }, roles: [{ id: 'admin' }] })
  expect(reply.body).not.toContain(cookie.slice('tongqu_session='.length).split(';')[0])
  expect(reply.json()).not.toHaveProperty('token')
})

test('the cookie speaks for its account until the session is ended, which takes it away', async () => {
  const cookie = await on.signIn('trader')
  const who = () => on.app.inject({ url: WHO, headers: { cookie } })
  expect((await who()).json()).toMatchObject({ signedIn: true, account: { login: 'trader' } })
  const end = await on.app.inject({ method: 'POST', url: '/api/kernel/session/end', headers: { cookie } })
  expect(end.json()).toEqual({ ended: true })
  expect(String(end.headers['set-cookie'])).toMatch(/^tongqu_session=; .*Expires=Thu, 01 Jan 1970/)
  expect((await who()).json()).toEqual({ signedIn: false })
})

test('an installation that people reach by https sends the cookie over https only, and tells browsers to stay there', async () => {
  const config = { ...on.host.config, publicUrl: 'https://tongqu.example' }
  const app = await createApp({ ...on.host, config })
  const headers = { host: 'tongqu.example', origin: 'https://tongqu.example' }
  const reply = await app.inject({ method: 'POST', url: OPEN, payload: credentials, headers })
  expect(reply.statusCode).toBe(200)
  const cookie = String(reply.headers['set-cookie'])
  expect(cookie).toMatch(
    /^__Host-tongqu_session=[\w-]{40,}; Max-Age=\d+; Path=\/; .*Secure; SameSite=Strict$/,
  )
  // A neighbouring host can set a cookie for the whole domain, but none with that prefix: the bare name is not read.
  const token = cookie.slice('__Host-tongqu_session='.length).split(';')[0]
  const who = async (name: string) =>
    (await app.inject({ url: WHO, headers: { ...headers, cookie: `${name}=${token}` } })).json()
  expect(await who('__Host-tongqu_session')).toMatchObject({ signedIn: true })
  expect(await who('tongqu_session')).toEqual({ signedIn: false })
  expect(reply.headers['strict-transport-security']).toMatch(/^max-age=\d+$/)
  await app.close()
})

test('an API key speaks for its account as a bearer token', async () => {
  const cookie = await on.signIn('admin')
  const payload = { name: 'monitoring', days: 7 }
  const made = await on.app.inject({
    method: 'POST',
    url: '/api/kernel/key/create',
    payload,
    headers: { cookie },
  })
  expect(made.statusCode, made.body).toBe(200)
  const { key } = made.json<{ key: string }>()
  const headers = { authorization: `Bearer ${key}` }
  expect((await on.app.inject({ url: WHO, headers })).json()).toMatchObject({ account: { login: 'admin' } })
  const wrong = { authorization: `Bearer ${key}x` }
  expect((await on.app.inject({ url: WHO, headers: wrong })).json()).toEqual({ signedIn: false })
})

test('a page of another site changes nothing with the reader’s cookie', async () => {
  const cookie = await on.signIn('trader')
  for (const elsewhere of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:81' },
    { 'sec-fetch-site': 'cross-site' },
    // A neighbour under the same domain counts as the same site, and the cookie comes along: the origin tells.
    { 'sec-fetch-site': 'same-site', origin: 'http://shop.localhost' },
  ]) {
    const headers = { cookie, ...elsewhere }
    const reply = await on.app.inject({ method: 'POST', url: '/api/kernel/session/end', headers })
    expect(reply.statusCode).toBe(403)
    expect(reply.json()).toMatchObject({ code: 'http.from_elsewhere' })
  }
  const own = { cookie, origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' }
  const reply = await on.app.inject({
    method: 'POST',
    url: '/api/kernel/session/end',
    headers: { ...own, host: 'localhost' },
  })
  expect(reply.json()).toEqual({ ended: true })
})

test('no form of another site is read either: a body is JSON, and says so', async () => {
  const cookie = await on.signIn('trader')
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const headers = { cookie, 'content-type': type }
    const url = '/api/kernel/session/end'
    const reply = await on.app.inject({ method: 'POST', url, headers, payload: '{}' })
    expect(reply.json(), type).toMatchObject({ code: 'http.not_json' })
  }
  const who = await on.app.inject({ url: WHO, headers: { cookie } })
  expect(who.json()).toMatchObject({ signedIn: true })
})

test('nothing is changed by following a link: commands are not answered to GET', async () => {
  const cookie = await on.signIn('trader')
  const commands = on.host
    .registry()
    .calls()
    .filter(call => call.kind !== 'query')
  for (const { name } of commands.slice(0, 40)) {
    const url = `/api/${name.replaceAll('.', '/')}`
    expect((await on.app.inject({ url, headers: { cookie } })).statusCode, name).toBe(405)
  }
})

test('pages run no script but ours, stand in no frame, and leave the device alone but for passkeys and camera', async () => {
  const { headers } = await on.app.inject({ url: WHO })
  const policy = String(headers['content-security-policy'])
  const scripts = /script-src ([^;]+)/.exec(policy)?.[1]
  expect(scripts).toBe("'self'")
  for (const rule of ["default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"])
    expect(policy).toContain(rule)
  expect(headers).toMatchObject({
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
  const permissions = String(headers['permissions-policy'])
  expect(permissions).toContain('publickey-credentials-get=(self), publickey-credentials-create=(self)')
  expect(permissions).toContain('geolocation=()')
})

test('an installation on loopback does not answer to a name that a page from elsewhere made up', async () => {
  for (const host of ['rebound.example', 'rebound.example:8080', '127.0.0.1.example', '10.0.0.1']) {
    const reply = await on.app.inject({ url: WHO, headers: { host } })
    expect(reply.statusCode, host).toBe(421)
  }
  for (const host of ['localhost:8080', '127.0.0.1', '127.1.2.3:9', '[::1]:8080'])
    expect((await on.app.inject({ url: WHO, headers: { host } })).statusCode, host).toBe(200)
})

test('what a header says of the sender is not believed: tries to sign in are counted by the connection', async () => {
  const app = await createApp(on.host)
  const statuses: number[] = []
  for (let n = 0; n < 61; n++) {
    const headers = { 'x-forwarded-for': `10.0.0.${n}`, authorization: `Bearer made-up-${n}` }
    const payload = { login: '', password: '' }
    statuses.push((await app.inject({ method: 'POST', url: OPEN, payload, headers })).statusCode)
  }
  expect(statuses.slice(0, 60).every(status => status === 422)).toBe(true)
  expect(statuses[60]).toBe(429)
  await app.close()
})

test('what a page typed for one party is not done for another that the session acts for since', async () => {
  const cookie = await on.signIn('trader')
  const who = (await on.app.inject({ url: WHO, headers: { cookie } })).json()
  const ask = (meant: string) =>
    on.app.inject({ url: '/api/kernel/session/list', headers: { cookie, 'acting-for': meant } })
  const notices = (meant: string) =>
    on.app.inject({ url: '/api/kernel/passkey/list', headers: { cookie, 'acting-for': meant } })
  const itself = `${who.account.id} ${who.party.id}`
  expect((await notices(itself)).statusCode).toBe(200)
  const moved = await notices(`${who.account.id} 00000000-0000-4000-8000-000000000000`)
  expect(moved.json()).toMatchObject({ status: 409, code: 'http.acting_for_another' })
  // How the session stands is told to any page: so it learns of the change.
  expect((await ask('somebody else')).statusCode).toBe(200)
})

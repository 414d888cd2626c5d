import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ground, ground } from '../testing/ground.ts'

const { url } = await testDatabase()
let on: Ground
beforeAll(async () => {
  on = await ground({ url })
})
afterAll(() => on.stop())

test('anybody may ask whether all is well, and learns no more than that', async () => {
  const reply = await on.app.inject({ url: '/health' })
  expect(reply.statusCode).toBe(200)
  expect(reply.json()).toEqual({ ok: true })
})

test('who may watch the installation sees what is not well', async () => {
  const cookie = await on.signIn('admin')
  await on.host.settle()
  await on.host.database.transact({ scope: 'system' }, tx =>
    tx.execute(`update kernel.cursor set failure = 'it fell over' where subscriber = 'kernel.notices'`),
  )
  const shown = await on.app.inject({ url: '/health', headers: { cookie } })
  expect(shown.statusCode).toBe(503)
  expect(shown.json()).toMatchObject({ ok: false, stuck: [{ failure: 'it fell over' }] })
  const hidden = await on.app.inject({ url: '/health' })
  expect(hidden.json()).toEqual({ ok: false })
  await on.host.database.transact({ scope: 'system' }, tx =>
    tx.execute('update kernel.cursor set failure = null'),
  )
})

test('figures are for those who may watch, not for whoever reaches the address', async () => {
  expect((await on.app.inject({ url: '/metrics' })).statusCode).toBe(401)
  const trader = await on.signIn('trader')
  expect((await on.app.inject({ url: '/metrics', headers: { cookie: trader } })).statusCode).toBe(403)
  const cookie = await on.signIn('admin')
  await on.app.inject({ url: '/api/kernel/session/who' })
  await on.app.inject({ url: '/nothing/like/this' })
  const reply = await on.app.inject({ url: '/metrics', headers: { cookie } })
  expect(reply.statusCode, reply.body).toBe(200)
  expect(reply.headers['content-type']).toMatch(/^text\/plain; version=/)
  expect(reply.body).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="\/api\/kernel\/session\/who",status="200"\} \d/,
  )
  expect(reply.body).not.toContain('/nothing/like/this')
  expect(reply.body).toMatch(/^tongqu_event_position \d+$/m)
})

test('a database that does not answer is told as such, not as a fault of the reader', async () => {
  const { host } = on
  const gone = { ...host, health: () => Promise.reject(new Error('gone')) }
  const { createApp } = await import('./app.ts')
  const app = await createApp(gone)
  const reply = await app.inject({ url: '/health' })
  expect(reply.statusCode).toBe(503)
  expect(reply.json()).toEqual({ ok: false })
  await app.close()
})

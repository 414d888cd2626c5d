import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SimulatedClock } from '@tongqu/kernel/clock'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DeclarationGround, declarationGround } from './testing/ground.ts'

const clock = new SimulatedClock(new Date('2026-11-23T01:00:00Z'), 0)
const database = await testDatabase()
/** What was handed over, by name of the message. */
const received: string[] = []
let server: Server
let port = 0
let ground: DeclarationGround

/** The counter's door, always at the same address. */
async function opens(): Promise<void> {
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      received.push(String(request.headers['x-message-name']))
      response.writeHead(200, { connection: 'close' }).end()
    })
  })
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
}
const closes = () => new Promise<void>(done => server.close(() => done()))

beforeAll(async () => {
  await opens()
  ground = await declarationGround(database.url, {
    clock,
    config: { counter: { kind: 'http', url: `http://127.0.0.1:${port}/in` } },
  })
})
afterAll(async () => {
  await ground.host.stop()
  await closes()
})

const TRIES =
  'select sum(tries)::int as tries, count(*)::int as messages, min(state) as state from customs.message'
const STEP_MINUTES = 20
const DAY = (24 * 60) / STEP_MINUTES
const PLANS = 6

it('what is submitted on a day that the counter is down waits, is tried ever less often, and goes out once when it is up', async () => {
  const sent = await ground.submit([{}])
  expect(received).toHaveLength(3)
  await closes()
  const plans: string[] = []
  for (let step = 0; step < DAY; step++) {
    clock.set(new Date(clock.now().getTime() + STEP_MINUTES * 60_000))
    if (step % (DAY / PLANS) === 0) plans.push(await ground.submit([{}, {}]))
    else await ground.turn()
  }
  const tried = async () => {
    const { host } = ground
    const [row] = await host.database.transact({ scope: 'system' }, tx =>
      tx.query<{ tries: number; messages: number }>(`${TRIES} where direction = 'out' and state = 'ready'`),
    )
    return row!
  }
  const waiting = await tried()
  // Three messages of each plan, none of them doubted: nothing can have arrived.
  expect(waiting.messages).toBe(PLANS * 3)
  // At most once a step: were it tried at once again and again, it would be more.
  expect(waiting.tries).toBeGreaterThan(DAY)
  expect(waiting.tries).toBeLessThanOrEqual(PLANS * 3 * DAY)
  for (const plan of plans)
    for (const row of await ground.list(plan)) expect(row).toMatchObject({ state: 'waiting' })
  expect(received).toHaveLength(3)

  await opens()
  clock.set(new Date(clock.now().getTime() + 3_600_000))
  await ground.turn()
  expect(new Set(received).size).toBe(received.length)
  expect(received).toHaveLength(3 + PLANS * 3)
  expect((await tried()).messages).toBe(0)
  for (const plan of [sent, ...plans])
    for (const row of await ground.list(plan)) expect(row).toMatchObject({ state: 'sent' })
  await ground.turn()
  expect(received).toHaveLength(3 + PLANS * 3)
}, 120_000)

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SimulatedClock } from '@tongqu/kernel/clock'
import { systemActor } from '@tongqu/kernel/identity'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '../testing.ts'
import { type DeclarationGround, declarationGround, trader } from './testing/ground.ts'

const clock = new SimulatedClock(new Date('2026-11-23T02:00:00Z'), 0)
const database = await testDatabase()
/** What the other side answers; `cut`: it takes the message and never says so. */
let answer: number | 'cut' = 'cut'
const received: string[] = []
let server: Server
let ground: DeclarationGround

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      received.push(String(request.headers['x-message-name']))
      if (answer === 'cut') request.socket.destroy()
      else response.writeHead(answer).end()
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  ground = await declarationGround(database.url, {
    clock,
    config: { counter: { kind: 'http', url: `http://127.0.0.1:${port}/in` } },
  })
})
afterAll(async () => {
  await ground.host.stop()
  server.close()
})

const later = async () => {
  clock.set(new Date(clock.now().getTime() + 3_600_000))
  await ground.turn()
}
const gate = async () => {
  const { checks } = await must<{
    checks: { id: string; state: string; facts: { text: { en: string } }[] }[]
  }>(ground.host, 'kernel.state.read', {}, systemActor('cli'))
  const { state, facts } = checks.find(each => each.id === 'customs.counter')!
  return [state, ...facts.slice(1).map(each => each.text.en)]
}
const first = async (plan: string) => (await ground.list(plan))[0]!

it('a message that may have arrived is tried again, then left to a person, who sends it again', async () => {
  const plan = await ground.submit([{}])
  expect(await first(plan)).toMatchObject({ state: 'waiting' })
  await later()
  expect(await gate()).toEqual(['bad', '3', '0', '0', '0'])
  for (let tries = 1; tries < 12; tries++) await later()
  const three = new Set(received)
  expect(three.size).toBe(3)
  // Eight tries each (declaration.tries), always under the same name, and no more.
  expect(received).toHaveLength(24)
  expect(await gate()).toEqual(['watch', '0', '0', '3', '0'])
  const row = await first(plan)
  expect(row).toMatchObject({ state: 'unknown', todo: { code: 'unknown' } })
  answer = 202
  await must(ground.host, 'customs.declaration.resend', { id: row.id }, trader)
  await ground.turn()
  expect(await first(plan)).toMatchObject({ state: 'sent' })
  expect(received).toHaveLength(27)
})

it('a person who asked the counter says that a message has arrived; nothing is sent again, its answer is waited for', async () => {
  answer = 'cut'
  const plan = await ground.submit([{}])
  for (let tries = 0; tries < 12; tries++) await later()
  const row = await first(plan)
  expect(row).toMatchObject({ state: 'unknown' })
  const before = received.length
  const said = { id: row.id, reason: '电话查得已入库' }
  expect(await must(ground.host, 'customs.declaration.arrived', said, trader)).toMatchObject({ records: 3 })
  await later()
  expect(received).toHaveLength(before)
  expect(await first(plan)).toMatchObject({ state: 'sent' })
  const draft = await first(await ground.submit([{ buyerPhone: '' }]))
  const early = await ground.host.call('customs.declaration.arrived', { ...said, id: draft.id }, trader)
  expect(early).toMatchObject({ kind: 'refused', refusal: { code: 'declaration.not_possible' } })
})

it('a counter that is down for days is waited for, and gets everything when it is back', async () => {
  answer = 400
  const before = received.length
  const plan = await ground.submit([{}])
  for (let tries = 0; tries < 30; tries++) await later()
  expect(await first(plan)).toMatchObject({ state: 'waiting' })
  expect(received.length).toBeGreaterThan(before + 60)
  answer = 200
  await later()
  expect(await first(plan)).toMatchObject({ state: 'sent' })
})

it('after a restore nothing goes out until somebody has reconciled; what may have been sent is doubted', async () => {
  const { host } = ground
  answer = 400
  const plan = await ground.submit([{}])
  answer = 200
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(`insert into kernel.installation (name, value, changed_at) values ('restored', '{}', $1)`, [
      clock.now(),
    ]),
  )
  const before = received.length
  await later()
  expect(received).toHaveLength(before)
  const operator = systemActor('cli')
  expect(await must(host, 'customs.counter.status', {}, operator)).toMatchObject({ isOpen: false })
  const opened = await must(host, 'customs.counter.open', { reason: '已与海关核对' }, operator)
  expect(opened).toMatchObject({ isOpen: true, unknown: 6 })
  await later()
  expect(received).toHaveLength(before)
  const row = await first(plan)
  await must(host, 'customs.declaration.resend', { id: row.id }, trader)
  await ground.turn()
  expect(received).toHaveLength(before + 3)
})

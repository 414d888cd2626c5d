import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DeclarationGround, declarationGround } from './testing/ground.ts'

const database = await testDatabase()
let ground: DeclarationGround

beforeAll(async () => {
  ground = await declarationGround(database.url)
})
afterAll(() => ground.host.stop())

async function count(sql: string): Promise<number> {
  const [row] = await ground.host.database.transact({ scope: 'system' }, tx => tx.query<{ n: number }>(sql))
  return row!.n
}

const EACH = 500
const MOVED = `select count(*)::int as n from kernel.event where type = 'customs.declaration.moved'`

it('a thousand copies of one receipt, the same bytes or in envelopes of their own, change a declaration once', async () => {
  const plan = await ground.submit([{}])
  for (const message of await ground.counter.out()) await ground.counter.answer(message, '120')
  await ground.turn()
  const [list] = await ground.counter.out()
  const before = await count(MOVED)
  const time = ground.counter.time()
  const receipt = ground.counter.receiptFor(list!, '800', { time })
  for (let n = 0; n < EACH; n++) {
    // The same bytes under another name; the same receipt in an envelope of its own.
    await ground.counter.put(`SAME-${n}`, receipt)
    await ground.counter.put(`AGAIN-${n}`, receipt.replace('2026-11-23T10:00:00', minute(n)))
  }
  await ground.turn()
  const [declaration] = await ground.list(plan)
  expect(declaration).toMatchObject({ state: 'released' })
  expect(await count(MOVED)).toBe(before + 1)
  const ofList = `from customs.receipt where status = '800'`
  expect(await count(`select count(*)::int as n ${ofList}`)).toBe(1)
  // One message for the same bytes, one for each envelope of its own, each counted.
  expect(await count(`select copies as n ${ofList}`)).toBe(EACH + 1)
  expect(
    await count(`select count(*)::int as n from customs.message where direction = 'in' and state <> 'read'`),
  ).toBe(0)
  expect(await count('select count(*)::int as n from customs.receipt_held')).toBe(0)
}, 120_000)

/** An instant of the envelope that no other has. */
function minute(n: number): string {
  return `2026-11-23T${String(11 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00`
}

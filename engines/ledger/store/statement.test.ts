import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { answerOf, codeOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import { AccountFlags, AMOUNT_MAX, type NewTransfer, TransferFlags } from '../machine/index.ts'
import { idOf } from '../machine/testing/histories.ts'
import { asInput, groundModule } from '../testing/ground.ts'

const party = '00000000-0000-7000-8000-00000000000a'
const owner = someone(party, ['fixture.post', 'ledger.account.read'])
const stranger = someone('00000000-0000-7000-8000-00000000000b', ['ledger.account.read'])
const auditor = {
  ...someone('00000000-0000-7000-8000-00000000000c', []),
  grants: new Map([['ledger.*', 'audit' as const]]),
}
const clock = new SimulatedClock(new Date('2026-03-01T00:00:00Z'), 0)
const database = await testDatabase()
let host: Host
const [shop, buyer] = [idOf('a', 1), idOf('a', 2)]

interface Stood {
  balances: Record<string, string>
  standing: Record<string, string>
}
interface Answer {
  opening: Stood
  closing: Stood
  lines: { kind: string; amount: string; balances: Record<string, string> }[]
  knownAt: number
  more: boolean
}

beforeAll(async () => {
  host = await testHost({
    url: database.url,
    clock,
    modules: services => [ledgerModule(services), groundModule],
  })
  const accounts = [
    { id: shop, ledger: 1, code: 1, flags: AccountFlags.debits_must_not_exceed_credits },
    { id: buyer, ledger: 1, code: 1 },
  ]
  await answerOf(host.call('fixture.account.open', asInput(accounts), owner))
  await day(1, move(1, 100n))
  await day(
    2,
    move(2, 30n, { flags: TransferFlags.pending }),
    move(3, 20n, { flags: TransferFlags.pending, timeout: 3600 }),
  )
  await day(3, {
    id: idOf('b', 4),
    pending_id: idOf('b', 2),
    amount: 12n,
    flags: TransferFlags.post_pending_transfer,
  })
  await host.database.transact({ scope: 'system' }, tx =>
    tx.query(`select job.enqueue('ledger.hold.expire', '{}', null, null, null)`),
  )
  await host.settle()
})
afterAll(() => host.stop())

function move(n: number, amount: bigint, more: Partial<NewTransfer> = {}): NewTransfer {
  return {
    id: idOf('b', n),
    debit_account_id: buyer,
    credit_account_id: shop,
    amount,
    ledger: 1,
    code: 1,
    ...more,
  }
}

async function day(n: number, ...transfers: NewTransfer[]) {
  clock.set(new Date(`2026-03-0${n}T08:00:00Z`))
  await answerOf(host.call('fixture.transfer.post', asInput(transfers), owner))
  await host.settle()
}

const statement = (input: object, actor = owner) =>
  answerOf<Answer>(host.call('ledger.account.statement', { account: shop, ...input }, actor))

it('tells every change with the balances after it, from opening to closing', async () => {
  const all = await statement({})
  expect(all.opening.balances).toMatchObject({ credits_posted: '0', credits_pending: '0' })
  expect(
    all.lines.map(line => [
      line.kind,
      line.amount,
      line.balances.credits_posted,
      line.balances.credits_pending,
    ]),
  ).toEqual([
    ['transfer', '100', '100', '0'],
    ['hold', '30', '100', '30'],
    ['hold', '20', '100', '50'],
    ['post', '12', '112', '20'],
    ['expiry', '20', '112', '0'],
  ])
  expect(all.closing.balances).toEqual(all.lines.at(-1)!.balances)
})

it('closes one period with what the next one opens with', async () => {
  const second = await statement({ from: '2026-03-02T00:00:00Z', asAt: '2026-03-02T23:59:59Z' })
  const third = await statement({ from: '2026-03-02T23:59:59Z' })
  expect(second.lines).toHaveLength(2)
  expect(second.closing.balances).toMatchObject({ credits_posted: '100', credits_pending: '50' })
  expect(third.opening).toEqual(second.closing)
})

it('gives the same answer for ever to the same instant and position', async () => {
  const before = await statement({ asAt: '2026-03-09T00:00:00Z' })
  await day(4, move(5, 7n))
  const again = await statement({ asAt: '2026-03-09T00:00:00Z', knownAt: before.knownAt })
  expect(again).toEqual(before)
  expect((await statement({ asAt: '2026-03-09T00:00:00Z' })).closing.balances.credits_posted).toBe('119')
})

it('knows at an early position nothing of what was told after it', async () => {
  expect((await statement({ knownAt: 1 })).lines).toEqual([])
})

it('says that there is more than it gives', async () => {
  const some = await statement({ limit: 2 })
  expect(some.more).toBe(true)
  expect(some.lines.map(line => line.kind)).toEqual(['transfer', 'hold'])
  expect(some.closing.balances).toMatchObject({ credits_posted: '119' })
})

it('shows an account to its party and to an auditor, and says to others that there is none', async () => {
  expect((await statement({}, auditor)).lines.length).toBeGreaterThan(4)
  const foreign = host.call('ledger.account.statement', { account: shop }, stranger)
  expect(await codeOf(foreign)).toBe('ledger.account_unknown')
})

it('lists a party’s accounts with their balances', async () => {
  const { accounts } = await answerOf<{ accounts: { id: string }[] }>(
    host.call('ledger.account.list', {}, owner),
  )
  expect(accounts.map(account => account.id)).toEqual([shop, buyer])
  const others = await answerOf<{ accounts: unknown[] }>(host.call('ledger.account.list', {}, stranger))
  expect(others.accounts).toEqual([])
})

it('verifies the whole ledger in one call', async () => {
  const found = await answerOf<{ faults: unknown[]; transfers: number }>(
    host.call('ledger.book.verify', {}, auditor),
  )
  expect(found.faults).toEqual([])
  expect(found.transfers).toBe(5)
})

it('posts the whole of a hold with AMOUNT_MAX', async () => {
  await day(5, move(6, 9n, { flags: TransferFlags.pending }))
  await day(6, {
    id: idOf('b', 7),
    pending_id: idOf('b', 6),
    amount: AMOUNT_MAX,
    flags: TransferFlags.post_pending_transfer,
  })
  expect((await statement({})).closing.balances).toMatchObject({
    credits_posted: '128',
    credits_pending: '0',
  })
})

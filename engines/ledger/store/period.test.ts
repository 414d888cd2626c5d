import { SimulatedClock } from '@tongqu/kernel/clock'
import { connect } from '@tongqu/kernel/db'
import type { Host } from '@tongqu/kernel/host'
import { answerOf, codeOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import { type NewTransfer, TransferFlags } from '../machine/index.ts'
import { idOf } from '../machine/testing/histories.ts'
import { asInput, groundModule, shards } from '../testing/ground.ts'
import { balancesAt, balancesStatements } from './balances.ts'
import { takeSnapshots } from './close-accounts.ts'
import { knownNow } from './known.ts'
import type { Period } from './period.ts'
import { nanoseconds } from './time.ts'
import { verifyLedger } from './verify.ts'

const city = someone('00000000-0000-7000-8000-00000000000a', ['fixture.post'])
const MARCH_ENDS = '2026-03-31T15:59:59.999Z'
const clock = new SimulatedClock(new Date('2026-03-01T00:00:00Z'), 0)
const database = await testDatabase()
const administrator = connect({ url: database.url, max: 1 })
let host: Host

beforeAll(async () => {
  host = await testHost({
    url: database.url,
    clock,
    modules: services => [ledgerModule(services), groundModule],
  })
})
afterAll(async () => {
  await host.stop()
  await administrator.close()
})

const ways = { locked: 'fixture.transfer.post', grouped: 'fixture.transfer.postGrouped' } as const
const seeing = <T>(what: Parameters<typeof host.database.transact<T>>[1]) =>
  host.database.transact({ scope: 'system' }, what)
const faults = () => seeing(verifyLedger)
const close = (period: Partial<Period> & { unit: number }) =>
  host.call('fixture.period.close', asInput([{ party: undefined, upTo: endOf(MARCH_ENDS), ...period }]), city)
const endOf = (instant: string) => nanoseconds(new Date(instant)) + 999_999n
const at = (instant: string) => clock.set(new Date(instant))

let units = 1
/** A unit of its own with accounts in it, of the parties given. */
async function ground(way: keyof typeof ways = 'locked', parties = [city.party!, city.party!]) {
  const unit = ++units
  const ids = parties.map((_, n) => idOf('a', unit * 100 + n))
  const writer = way === 'grouped' ? shards.shard('all') : ''
  const accounts = ids.map((id, n) => ({ id, ledger: unit, code: 1, party_id: parties[n]!, writer }))
  await answerOf(host.call('fixture.account.open', asInput(accounts), city))
  let n = 0
  const transfer = (amount: bigint, more: Partial<NewTransfer> = {}): NewTransfer => {
    const id = idOf('b', unit * 1000 + ++n)
    return {
      id,
      debit_account_id: ids[0]!,
      credit_account_id: ids[1]!,
      amount,
      ledger: unit,
      code: 1,
      ...more,
    }
  }
  const post = (...transfers: NewTransfer[]) =>
    answerOf<string[]>(host.call(ways[way], asInput(transfers), city))
  return { unit, ids, transfer, post }
}

async function snapshotsOf(ids: readonly string[]) {
  const rows = await seeing(tx =>
    tx.query<{ at: string; debits_posted: string; debits_pending: string }>(
      'select at, debits_posted, debits_pending from ledger.snapshot where account_id = any($1) order by account_id, at',
      [ids],
    ),
  )
  return rows.map(row => [BigInt(row.at), BigInt(row.debits_posted), BigInt(row.debits_pending)])
}

async function timesOf(ids: readonly string[]) {
  const rows = await seeing(tx =>
    tx.query<{ timestamp: string }>(
      'select timestamp from ledger.transfer where ledger = (select ledger from ledger.account where id = $1) order by 1',
      [ids[0]],
    ),
  )
  return rows.map(row => BigInt(row.timestamp))
}

it.each(['locked', 'grouped'] as const)(
  'keeps what accounts stood at (%s), and lets nothing in at or before it when the clock jumps back',
  async way => {
    at('2026-03-10T00:00:00Z')
    const { unit, ids, transfer, post } = await ground(way)
    await post(transfer(70n), transfer(20n, { flags: TransferFlags.pending }))
    at('2026-04-05T00:00:00Z')
    await post(transfer(5n))
    await answerOf(close({ unit }))
    await host.settle()
    expect(await snapshotsOf(ids)).toEqual([
      [endOf(MARCH_ENDS), 70n, 20n],
      [endOf(MARCH_ENDS), 0n, 0n],
    ])
    at('2026-03-20T00:00:00Z')
    const late = await ground(way)
    await late.post(late.transfer(1n))
    await answerOf(
      host.call(
        'fixture.account.open',
        asInput([{ id: idOf('a', unit * 100 + 9), ledger: unit, code: 1 }]),
        city,
      ),
    )
    await post(transfer(9n), transfer(9n, { credit_account_id: ids[0]!, debit_account_id: ids[1]! }))
    const times = await timesOf(ids)
    expect(times.filter(time => time > endOf(MARCH_ENDS))).toHaveLength(3)
    expect(await faults()).toEqual([])
    at('2026-04-06T00:00:00Z')
  },
)

it('closes one after the other, only what is past, and answers the same to the same', async () => {
  const { unit } = await ground()
  at('2026-04-10T00:00:00Z')
  const [first] = await answerOf<string[]>(close({ unit }))
  await host.settle()
  expect(await answerOf(close({ unit }))).toEqual([first])
  expect(await codeOf(close({ unit, upTo: endOf('2026-02-28T15:59:59.999Z') }))).toBe(
    'ledger.period_not_after',
  )
  expect(await codeOf(close({ unit, upTo: nanoseconds(clock.now()) }))).toBe('ledger.period_not_past')
  expect(await codeOf(close({ unit: 999_999 }))).toBe('ledger.unit_unknown')
  const [next] = await answerOf<string[]>(close({ unit, upTo: nanoseconds(clock.now()) - 1n }))
  expect(next).not.toBe(first)
})

it('closes a party’s accounts of a unit and leaves the others open', async () => {
  at('2026-03-10T00:00:00Z')
  const other = '00000000-0000-7000-8000-00000000000b'
  const { unit, ids, transfer, post } = await ground('locked', [city.party!, other])
  await post(transfer(70n))
  at('2026-04-10T00:00:00Z')
  await answerOf(close({ unit, party: other }))
  await host.settle()
  expect(await snapshotsOf([ids[0]!])).toEqual([])
  expect(await snapshotsOf([ids[1]!])).toEqual([[endOf(MARCH_ENDS), 0n, 0n]])
  // The whole unit is closed at another time of its own.
  await answerOf(close({ unit, upTo: endOf('2026-03-15T00:00:00Z') }))
  await host.settle()
  expect(await snapshotsOf(ids)).toHaveLength(3)
  expect(await faults()).toEqual([])
})

it('goes on after a stop with the accounts that have no snapshot', async () => {
  const { unit, ids, transfer, post } = await ground()
  await post(transfer(3n))
  at('2026-04-20T00:00:00Z')
  const upTo = endOf('2026-04-15T00:00:00Z')
  const [id] = await answerOf<string[]>(close({ unit, upTo }))
  await host.database.transact({ scope: 'system' }, async tx => {
    const work = { ...tx, tx, now: clock.now(), run: idOf('b', 1), emit: () => undefined }
    await takeSnapshots(work as never, { id: id!, unit, party: undefined, upTo }, '', [ids[1]!])
  })
  await host.settle()
  const [period] = await seeing(tx =>
    tx.query('select accounts, debits_posted, credits_posted from ledger.period where id = $1', [id]),
  )
  expect(period).toEqual({ accounts: 2, debits_posted: '3', credits_posted: '3' })
})

it.each(['locked', 'grouped'] as const)(
  'loses nothing while %s transfers go on during the closing',
  async way => {
    at('2026-04-29T00:00:00Z')
    const { unit, ids, transfer, post } = await ground(way)
    at('2026-05-01T00:00:00Z')
    const upTo = nanoseconds(clock.now()) - 1n
    await answerOf(close({ unit, upTo }))
    // Their clock is before the floor: their transfers come after it all the same.
    at('2026-04-30T00:00:00Z')
    const posting = Array.from({ length: 40 }, (_, n) => post(transfer(BigInt(n))))
    await host.settle()
    await Promise.all([...posting, ...Array.from({ length: 20 }, () => post(transfer(1n)))])
    const late = (await timesOf(ids)).filter(time => time <= upTo)
    const [kept] = await snapshotsOf(ids)
    const before = await seeing(tx =>
      tx.query<{ sum: string }>(
        'select coalesce(sum(amount), 0) as sum from ledger.transfer where ledger = $1 and timestamp <= $2',
        [unit, upTo],
      ),
    )
    expect([kept![1], late.length <= 40]).toEqual([BigInt(before[0]!.sum), true])
    expect(await faults()).toEqual([])
  },
)

it('reads what came after the nearest snapshot and nothing of a long history before', async () => {
  at('2026-06-01T00:00:00Z')
  const { unit, ids, transfer, post } = await ground()
  for (let round = 0; round < 5; round++) await post(...Array.from({ length: 400 }, () => transfer(1n)))
  await host.settle()
  at('2026-06-02T00:00:00Z')
  const now = { id: ids[0]!, at: endOf('2026-06-02T00:00:00Z') }
  const plain = await seeing(async tx => balancesAt(tx, [now], await knownNow(tx)))
  await administrator.pool.query('analyze ledger.transfer')
  const before = await rowsRead(now)
  await answerOf(close({ unit, upTo: endOf('2026-06-01T12:00:00Z') }))
  await host.settle()
  await post(transfer(1n), transfer(1n))
  const after = await rowsRead(now)
  expect(before).toBeGreaterThanOrEqual(2000)
  expect(after).toBeLessThan(20)
  const [stood] = await seeing(async tx => balancesAt(tx, [now]))
  expect(stood!.debits_posted).toBe(plain[0]!.debits_posted + 2n)
})

/** Rows of transfers that PostgreSQL looked at to answer a balance. */
async function rowsRead(account: { id: string; at: bigint }): Promise<number> {
  const explained = await seeing(async tx =>
    tx.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `explain (analyze, format json) ${balancesStatements.lessLater}`,
      [`{${account.id}}`, `{${account.at}}`, await knownNow(tx)],
    ),
  )
  return transfersIn(explained[0]!['QUERY PLAN'][0].Plan)
}

interface PlanNode {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly PlanNode[]
}

function transfersIn(node: PlanNode): number {
  const own =
    node['Relation Name'] === 'transfer' ? node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) : 0
  return (node.Plans ?? []).reduce((sum, each) => sum + transfersIn(each), own)
}

import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { answerOf, codeOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import {
  AMOUNT_MAX,
  Books,
  createAccounts,
  createTransfers,
  expireHolds,
  type NewTransfer,
  TransferFlags,
} from '../machine/index.ts'
import { histories, sampleAccounts } from '../machine/testing/histories.ts'
import { asInput, groundModule, shards } from '../testing/ground.ts'
import { ACCOUNT_COLUMNS, type AccountRow, accountOf } from './columns.ts'
import { whilePosting } from './posting.ts'
import { nanoseconds } from './time.ts'
import { verifyLedger } from './verify.ts'

const city = someone('00000000-0000-7000-8000-00000000000a', ['fixture.post'])
const BEGIN = new Date('2026-01-01T00:00:00Z')
const clock = new SimulatedClock(BEGIN, 0)
const database = await testDatabase()
let host: Host

beforeAll(async () => {
  host = await testHost({
    url: database.url,
    clock,
    modules: services => [ledgerModule(services), groundModule],
  })
})
afterAll(() => host.stop())

let used = 0
/** Ids of their own for each use of a sample: its prefix replaced by a number. */
function ownIds<T extends object>(items: readonly T[], run: number): T[] {
  const own = (text: unknown) =>
    typeof text === 'string' && /^(a{8}|b{8})/.test(text)
      ? `${run.toString(16).padStart(7, '0')}${text.slice(7)}`
      : text
  return items.map(
    item => Object.fromEntries(Object.entries(item).map(([key, value]) => [key, own(value)])) as T,
  )
}

const ways = { locked: 'fixture.transfer.post', grouped: 'fixture.transfer.postGrouped' } as const
type Way = keyof typeof ways

function openAll(run: number, way: Way) {
  const writer = way === 'grouped' ? { writer: shards.shard('all') } : {}
  const accounts = ownIds(sampleAccounts, run).map(account => ({ ...account, ...writer }))
  return { accounts, done: answerOf<string[]>(host.call('fixture.account.open', asInput(accounts), city)) }
}

function postAll(way: Way, transfers: readonly NewTransfer[], strict = false) {
  return host.call(ways[way], { ...asInput(transfers), strict }, city)
}

async function held(ids: readonly string[]) {
  const rows = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<AccountRow>(`select ${ACCOUNT_COLUMNS} from ledger.account where id = any($1) order by id`, [
      ids,
    ]),
  )
  return rows.map(accountOf)
}

const faults = () => host.database.transact({ scope: 'system' }, tx => verifyLedger(tx))

/** A sale of `amount` from one sample account to another of this run. */
function move(
  run: number,
  n: number,
  from: number,
  to: number,
  amount: bigint,
  more: Partial<NewTransfer> = {},
): NewTransfer {
  const id = (kind: string, k: number) =>
    ownIds([{ id: `${kind.repeat(8)}-0000-7000-8000-${k.toString(16).padStart(12, '0')}` }], run)[0]!.id
  return {
    id: id('b', n),
    debit_account_id: id('a', from),
    credit_account_id: id('a', to),
    amount,
    ledger: 1,
    code: 1,
    ...more,
  }
}

it('refuses a shard’s writer an account of another, and touches nothing', async () => {
  const run = ++used
  await openAll(run, 'locked').done
  expect(await codeOf(postAll('grouped', [move(run, 1, 0, 4, 7n)]))).toBe('ledger.other_writer')
  const held = move(run, 1, 0, 4, 7n, { flags: TransferFlags.pending })
  expect(await answerOf(postAll('locked', [held]))).toEqual(['created'])
  const post: NewTransfer = {
    id: move(run, 2, 0, 4, 0n).id,
    pending_id: held.id,
    amount: AMOUNT_MAX,
    flags: TransferFlags.post_pending_transfer,
  }
  expect(await codeOf(postAll('grouped', [post]))).toBe('ledger.other_writer')
})

it('lets a plain command post to a shard’s accounts, whose writer goes on from there', async () => {
  const [run, beyond] = [++used, ++used]
  const { accounts, done } = openAll(run, 'grouped')
  await done
  await openAll(beyond, 'locked').done
  expect(await answerOf(postAll('grouped', [move(run, 1, 0, 1, 10n)]))).toEqual(['created'])
  const across = {
    credit_account_id: move(beyond, 0, 0, 3, 0n).credit_account_id,
    flags: TransferFlags.linked,
  }
  const chain = [move(run, 2, 1, 3, 4n, across), move(run, 3, 1, 4, 5n)]
  expect(await answerOf(postAll('locked', chain))).toEqual(['created', 'created'])
  const fails = [move(run, 4, 1, 3, 1n, across), move(run, 5, 1, 4, 2n)]
  expect(await answerOf(postAll('locked', fails))).toEqual(['linked_event_failed', 'exceeds_credits'])
  expect(await answerOf(postAll('grouped', [move(run, 6, 1, 4, 2n)]))).toEqual(['exceeds_credits'])
  expect(await answerOf(postAll('grouped', [move(run, 7, 1, 4, 1n)]))).toEqual(['created'])
  expect((await held([accounts[1]!.id]))[0]).toMatchObject({ credits_posted: 10n, debits_posted: 10n })
})

it('loses and doubles nothing when both ways post to a shard’s accounts at once', async () => {
  const run = ++used
  const { accounts, done } = openAll(run, 'grouped')
  await done
  await postAll('grouped', [move(run, 1000, 0, 1, 30n)])
  const asked = Array.from({ length: 90 }, (_, n) => move(run, n, 1, 4, 1n))
  const answers = await Promise.all(
    asked.map(async (transfer, n) =>
      answerOf<string[]>(postAll(n % 3 === 0 ? 'locked' : 'grouped', [transfer])),
    ),
  )
  expect(answers.flat().filter(status => status === 'created')).toHaveLength(30)
  expect((await held([accounts[1]!.id]))[0]).toMatchObject({ credits_posted: 30n, debits_posted: 30n })
  expect(await faults()).toEqual([])
})

describe.each(['locked', 'grouped'] as const)('%s', way => {
  it('answers and stores as the machine in memory does, over any history', { timeout: 120_000 }, async () => {
    const property = fc.asyncProperty(histories, async history => {
      const run = ++used
      clock.set(new Date(BEGIN.getTime() + run * 100_000_000))
      const { accounts, done } = openAll(run, way)
      await done
      const books = new Books()
      createAccounts(books, accounts, nanoseconds(clock.now()))
      const due = () =>
        expireHolds(
          books,
          [...books.holds()].map(hold => hold.id),
          nanoseconds(clock.now()),
        )
      for (const step of history) {
        // The machine here has one time for all accounts, the tables each account its own: they agree to nanoseconds
        // while the clock goes on. A clock that goes back is the simulator's.
        clock.set(new Date(clock.now().getTime() + Math.max(step.seconds, 0) * 1000 + 7))
        if (step.what === 'expire') {
          await expireNow()
          due()
          continue
        }
        const transfers = ownIds(step.transfers, run)
        const got = await answerOf<string[]>(postAll(way, transfers))
        // The writer releases what is due before it decides; so does the machine here.
        if (way === 'grouped') due()
        expect(got).toEqual(
          createTransfers(books, transfers, nanoseconds(clock.now())).map(result => result.status),
        )
      }
      const closed = (a: object) => ({ ...a, timestamp: 0n })
      expect((await held(accounts.map(account => account.id))).map(closed)).toEqual(
        [...books.accounts()].map(closed),
      )
    })
    await fc.assert(property, { numRuns: 40 })
    expect(await faults()).toEqual([])
  })

  it('loses and doubles nothing when many post to few accounts at once, each twice', async () => {
    const run = ++used
    await openAll(run, way).done
    await postAll(way, [move(run, 1000, 0, 1, 50n), move(run, 1001, 0, 3, 50n)])
    const asked = Array.from({ length: 120 }, (_, n) =>
      move(run, n, [1, 3, 0, 4][n % 4]!, [3, 4, 1, 0][n % 4]!, BigInt(n % 9)),
    )
    const answers = await Promise.all([...asked, ...asked].map(t => answerOf<string[]>(postAll(way, [t]))))
    for (const [n, transfer] of asked.entries()) {
      const both = [answers[n]![0], answers[n + asked.length]![0]].sort()
      expect(
        [
          ['created', 'exists'],
          ['exceeds_credits', 'id_already_failed'],
        ],
        transfer.id,
      ).toContainEqual(both)
    }
    expect(await faults()).toEqual([])
  })

  it('sells five and never six, whoever comes at once', async () => {
    const run = ++used
    await openAll(run, way).done
    await postAll(way, [move(run, 1000, 0, 1, 5n)])
    const asked = Array.from({ length: 60 }, (_, n) =>
      move(run, n, 1, 4, 1n, { flags: TransferFlags.pending }),
    )
    const answers = (await Promise.all(asked.map(t => answerOf<string[]>(postAll(way, [t]))))).flat()
    expect(answers.filter(status => status === 'created')).toHaveLength(5)
    expect(answers.filter(status => status === 'exceeds_credits')).toHaveLength(55)
  })

  it('undoes all that a refusing command posted', async () => {
    const run = ++used
    const { accounts, done } = openAll(run, way)
    await done
    const transfers = [move(run, 1, 0, 4, 7n), move(run, 2, 1, 4, 1n)]
    expect(await codeOf(postAll(way, transfers, true))).toBe('ledger.transfer.exceeds_credits')
    expect((await held([accounts[0]!.id]))[0]!.debits_posted).toBe(0n)
    expect(await answerOf(postAll(way, [move(run, 1, 0, 4, 7n)]))).toEqual(['created'])
  })

  it('gives back an expired hold by the kernel’s clock, once, and refuses to post it', async () => {
    const run = ++used
    const { accounts, done } = openAll(run, way)
    await done
    await postAll(way, [move(run, 1, 0, 4, 7n, { flags: TransferFlags.pending, timeout: 60 })])
    clock.set(new Date(clock.now().getTime() + 61_000))
    await expireNow()
    await expireNow()
    expect((await held([accounts[0]!.id]))[0]!.debits_pending).toBe(0n)
    const post: NewTransfer = {
      id: move(run, 2, 0, 4, 0n).id,
      pending_id: move(run, 1, 0, 4, 0n).id,
      amount: AMOUNT_MAX,
      flags: TransferFlags.post_pending_transfer,
    }
    expect(await answerOf(postAll(way, [post]))).toEqual(['pending_transfer_expired'])
    expect(await faults()).toEqual([])
  })
})

/** Asks for the job that releases holds, and does it. */
async function expireNow() {
  await host.database.transact({ scope: 'system' }, tx =>
    tx.query(`select job.enqueue('ledger.hold.expire', '{}', null, null, null)`),
  )
  await host.settle()
}

it('refuses to lie down when the tables were changed behind a writer’s back', async () => {
  const run = ++used
  const { accounts, done } = openAll(run, 'grouped')
  await done
  await answerOf(postAll('grouped', [move(run, 1, 0, 4, 7n)]))
  await host.database.transact({ scope: 'system' }, tx =>
    whilePosting(tx, () =>
      tx.execute('update ledger.account set debits_posted = 0 where id = $1', [accounts[0]!.id]),
    ),
  )
  expect((await faults()).map(fault => fault.invariant)).toEqual([
    'conservation.posted',
    'posted.is_sum_of_transfers',
  ])
  await host.database.transact({ scope: 'system' }, tx =>
    whilePosting(tx, () =>
      tx.execute('update ledger.account set debits_posted = 7 where id = $1', [accounts[0]!.id]),
    ),
  )
  expect(await faults()).toEqual([])
})

it('shows a party its own accounts and their transfers, and nobody else’s', async () => {
  const run = ++used
  const { accounts, done } = openAll(run, 'locked')
  await done
  await answerOf(postAll('locked', [move(run, 1, 0, 4, 7n)]))
  const [{ key }] = (await host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ key: number }>('select key from ledger.account where id = $1', [accounts[0]!.id]),
  )) as [{ key: number }]
  const count = (party: string, table: string) =>
    host.database.transact({ scope: 'own', party }, async tx => {
      const column = table === 'account' ? 'key' : 'debit_account'
      const rows = await tx.query(`select 1 from ledger.${table} where ${column} = $1`, [key])
      return rows.length
    })
  const stranger = '00000000-0000-7000-8000-00000000000b'
  expect([await count(city.party!, 'account'), await count(city.party!, 'transfer')]).toEqual([1, 1])
  expect([await count(stranger, 'account'), await count(stranger, 'transfer')]).toEqual([0, 0])
  const write = host.database.transact({ scope: 'own', party: city.party }, tx =>
    tx.execute('update ledger.account set credits_posted = 1000 where id = $1', [accounts[0]!.id]),
  )
  expect(await write).toBe(0)
})

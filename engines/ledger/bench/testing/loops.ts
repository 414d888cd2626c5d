import { Gather } from '@tongqu/kernel/db'
import { type Bench, type BenchResult, benchResult, spreadOf } from '@tongqu/tools/bench'
import { AMOUNT_MAX, type NewTransfer, TransferFlags, type TransferStatus } from '../../machine/index.ts'
import { verifyLedger } from '../../store/verify.ts'
import { type Ground, ground } from './ground.ts'
import { type Ask, ourWriter } from './ours.ts'
import { type RawWriter, rawWriter } from './raw.ts'

const ROUNDS = 5
const MILLIS = 3000
/** Most transfers that one transaction carries; TigerBeetle's is 8,189. */
const MOST = 8000

/** One caller's turn. @returns how many transfers it had created */
type Turn = (ask: Ask, accounts: readonly string[]) => Promise<number>

let last = 0
/** Ids in the order of time, as UUIDs of version 7 are. */
function nextId(): string {
  return `01900000-0000-7000-8000-${(++last).toString(16).padStart(12, '0')}`
}

export function randomTransfer(accounts: readonly string[], flags = 0): NewTransfer {
  const from = Math.floor(Math.random() * accounts.length)
  const to = (from + 1 + Math.floor(Math.random() * (accounts.length - 1))) % accounts.length
  return {
    id: nextId(),
    debit_account_id: accounts[from]!,
    credit_account_id: accounts[to]!,
    amount: BigInt(1 + Math.floor(Math.random() * 100)),
    ledger: 1,
    code: 1,
    flags,
  }
}

export const simple: Turn = async (ask, accounts) => created(await ask([randomTransfer(accounts)]))

/** Held, then posted (nine in ten) or voided. */
export const twoPhase: Turn = async (ask, accounts) => {
  const held = randomTransfer(accounts, TransferFlags.pending)
  created(await ask([held]))
  const isPosted = Math.random() < 0.9
  const end = isPosted
    ? { amount: AMOUNT_MAX, flags: TransferFlags.post_pending_transfer }
    : { amount: 0n, flags: TransferFlags.void_pending_transfer }
  created(await ask([{ id: nextId(), pending_id: held.id, ...end }]))
  return 2
}

function created(statuses: readonly TransferStatus[]): number {
  for (const status of statuses) if (status !== 'created') throw new Error(status)
  return statuses.length
}

/**
 * A bench of the shard's writer: `callers` that each await one durable transfer, beside the same closed loop in raw
 * SQL. Rounds of both alternate on one cluster; at the end every invariant is verified.
 */
export function ledgerBench(name: string, accounts: number, callers: number, turn: Turn): Bench {
  return { name, run: () => sideBySide(name, accounts, ask => closedLoop(ask, callers, turn)) }
}

type Loop = (ask: Ask) => (accounts: readonly string[]) => Promise<number>

/** Measures a loop upon our writer and upon the raw one. */
export async function sideBySide(name: string, count: number, loop: Loop): Promise<BenchResult> {
  const { ours, theirs } = await measured(count, loop)
  const limit = { name: 'the same loop in raw SQL', value: spreadOf(theirs).median }
  return benchResult(name, 'transfers/s', limit, ours)
}

/** The rates of a closed loop of `callers`, round by round, ours and the raw one's. */
export function ratesOf(accounts: number, callers: number, turn: Turn): Promise<Rates> {
  return measured(accounts, ask => closedLoop(ask, callers, turn))
}

interface Rates {
  readonly ours: number[]
  readonly theirs: number[]
}

async function measured(count: number, loop: Loop): Promise<Rates> {
  const base: Ground = await ground(count)
  const raw = await rawWriter(base)
  const [runOurs, runRaw] = [loop(ourWriter(base.host)), loop(gathered(raw.write))]
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round++) {
    theirs.push(await runRaw(base.accounts))
    ours.push(await runOurs(base.accounts))
    // An installation that has run for a while has statistics; a table that was empty a moment ago has none.
    if (round === 0) await raw.analyze()
  }
  const faults = await base.host.database.transact({ scope: 'system' }, tx => verifyLedger(tx))
  const wrong = faults.filter(fault => !isOpening(fault.invariant))
  await raw.close()
  await base.close()
  if (wrong.length > 0) throw new Error(`the books are wrong: ${JSON.stringify(wrong.slice(0, 3))}`)
  // The first round warms up.
  return { ours: ours.slice(1), theirs: theirs.slice(1) }
}

/** The bench's accounts begin with credits that no transfer brought; what is posted differs by those alone. */
function isOpening(invariant: string): boolean {
  return invariant === 'conservation.posted' || invariant === 'posted.is_sum_of_transfers'
}

/** The raw writer behind a queue that clocks itself. */
function gathered(write: RawWriter['write']): Ask {
  const queue = new Gather<readonly NewTransfer[], readonly TransferStatus[]>(MOST, async calls => {
    const statuses = await write(calls.flat())
    let from = 0
    return calls.map(({ length }) => {
      from += length
      return statuses.slice(from - length, from)
    })
  })
  return transfers => queue.add(transfers)
}

function closedLoop(asked: Ask, callers: number, turn: Turn) {
  const waits: number[] = []
  const ask: Ask = async transfers => {
    const begun = performance.now()
    const statuses = await asked(transfers)
    waits.push(performance.now() - begun)
    return statuses
  }
  return async (accounts: readonly string[]) => {
    waits.length = 0
    const begun = performance.now()
    let done = 0
    const caller = async () => {
      while (performance.now() - begun < MILLIS) {
        const more = await turn(ask, accounts)
        done += more
      }
    }
    await Promise.all(Array.from({ length: callers }, caller))
    const rate = (done * 1000) / (performance.now() - begun)
    waits.sort((a, b) => a - b)
    console.error(`${Math.round(rate)}/s, p50 ${at(waits, 0.5)} ms, p99 ${at(waits, 0.99)} ms`)
    return rate
  }
}

function at(sorted: readonly number[], share: number): string {
  return sorted[Math.floor(sorted.length * share)]!.toFixed(1)
}

const CALLERS_OF_BATCHES = 4

/** A few callers that each hand in batches of 8,000, as clients of TigerBeetle do. */
export function batches(ask: Ask) {
  return async (accounts: readonly string[]) => {
    const begun = performance.now()
    let done = 0
    const caller = async () => {
      while (performance.now() - begun < MILLIS) {
        const batch = Array.from({ length: MOST }, () => randomTransfer(accounts))
        const statuses = await ask(batch)
        done += created(statuses)
      }
    }
    await Promise.all(Array.from({ length: CALLERS_OF_BATCHES }, caller))
    return (done * 1000) / (performance.now() - begun)
  }
}

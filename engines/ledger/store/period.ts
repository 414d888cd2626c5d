import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { ledgerRefusals } from '../refusals.ts'
import { whilePosting } from './posting.ts'
import { instantOf, nanoseconds } from './time.ts'

/*
 * The closing of a period, as a machine:
 *
 *   asked --the job, some accounts a transaction--> closing --no account is left--> closed
 *
 * Asking takes the unit's row for itself, so accounts that were being opened are there when it commits, and those
 * opened later are younger than the floor (store/open.ts). The job (close-accounts.ts) raises each account's time to
 * the floor and takes its snapshot under the account's own lock. Killed, it goes on with the accounts that have none.
 */

/** Name of the job that closes accounts. */
export const CLOSE_JOB = 'ledger.period.close'

/** A closing of a unit's accounts, up to and with an instant. */
export interface Period {
  readonly id: string
  readonly unit: number
  /** Whose accounts; undefined: all of the unit's. */
  readonly party: string | undefined
  /** Its last nanosecond since 1970. */
  readonly upTo: bigint
}

export interface AskedPeriod extends Period {
  /** Whether every account has its snapshot. */
  readonly isClosed: boolean
}

const LOCK_UNIT = 'select number from ledger.unit where number = $1 for update'
const SERIES = 'unit = $1 and party_id is not distinct from $2'
const SAME = `
  select id, finished_at is not null as "isClosed" from ledger.period where ${SERIES} and up_to = $3`
const LAST = `select max(up_to) as at from ledger.period where ${SERIES}`
const ASK = `
  insert into ledger.period (id, unit, party_id, up_to, asked_at, asked_by, run) values ($3, $1, $2, $4, $5, $6, $7)`

/**
 * Closes a unit's accounts up to and with an instant; the snapshots are taken after the commit. Asked for the same
 * again it answers the same. Tells `ledger.period.asked`, and `ledger.period.closed` when it is done.
 * @returns a refusal where the instant is not past, or not after the last one closed of the same unit and party
 */
export async function closePeriod(
  work: UnitOfWork,
  asked: Omit<Period, 'id'>,
): Promise<AskedPeriod | Refusal> {
  const found = await whilePosting(work.tx, () => decide(work, asked))
  if (isRefusal(found)) return found
  if (found.isNew) {
    const { unit, party, upTo } = asked
    const values = [unit, party ?? null, found.id, upTo, work.now, work.actor.account ?? null, work.run]
    await work.execute(ASK, values)
    const data = { unit, party: party ?? null, upTo: instantOf(upTo).toISOString() }
    work.emit({ type: 'ledger.period.asked', record: `ledger.period/${found.id}`, data })
  }
  if (!found.isClosed) await work.enqueue({ name: CLOSE_JOB, payload: {}, key: CLOSE_JOB })
  return { ...asked, id: found.id, isClosed: found.isClosed }
}

async function decide(
  work: UnitOfWork,
  { unit, party = null, upTo }: { unit: number; party: string | null | undefined; upTo: bigint },
): Promise<{ id: string; isClosed: boolean; isNew: boolean } | Refusal> {
  const [known] = await work.query(LOCK_UNIT, [unit])
  if (!known) return ledgerRefusals.refuse('ledger.unit_unknown', { unit }, '/unit')
  const [same] = await work.query<{ id: string; isClosed: boolean }>(SAME, [unit, party, upTo])
  if (same) return { ...same, isNew: false }
  if (upTo >= nanoseconds(work.now)) return ledgerRefusals.refuse('ledger.period_not_past', {}, '/upTo')
  const [last] = await work.query<{ at: string | null }>(LAST, [unit, party])
  if (last!.at !== null && BigInt(last!.at) >= upTo) {
    const closed = instantOf(BigInt(last!.at)).toISOString()
    return ledgerRefusals.refuse('ledger.period_not_after', { closed }, '/upTo')
  }
  return { id: work.newId(), isClosed: false, isNew: true }
}

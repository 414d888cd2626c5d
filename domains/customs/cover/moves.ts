import { type NewTransfer, TransferFlags } from '@tongqu/ledger'
import type { Covered, Target } from './covered.ts'
import type { Room } from './room.ts'

/** The transfers that bring a cover to its target, and the cover as it is after them. */
export interface Moved {
  readonly transfers: readonly NewTransfer[]
  readonly covered: Covered
}

/**
 * Brings a cover to what it should be. What is there already is not moved again, so that it is harmless to ask twice
 * and in any order; where less is left than is needed, it takes what is left. Changes `room` with it.
 * @param codes of the transfers: what is held and posted, and what is given back
 */
export function movesTo(covered: Covered, target: Target, room: Room, newId: () => string): Moved {
  const { cover, against, isIn, ledger, declaration, line } = covered
  const [from, to] = isIn ? [against, cover] : [cover, against]
  const { out, back } = CODES[covered.kind][isIn ? 'in' : 'out']
  const of = { user_data_128: declaration, user_data_32: line }
  const transfers: NewTransfer[] = []
  let { held, posted, hold } = covered

  if (hold !== undefined && (held !== target.toHold || posted < target.toPost)) {
    const amount = least(held, target.toPost - posted)
    const { post_pending_transfer, void_pending_transfer } = TransferFlags
    const flags = amount > 0n ? post_pending_transfer : void_pending_transfer
    transfers.push({ ...of, id: newId(), pending_id: hold, amount, flags })
    room.add(from, held - amount)
    room.add(to, amount)
    posted += amount
    held = 0n
    hold = undefined
  }
  const more = least(target.toPost - posted, room.of(from))
  if (more > 0n) {
    transfers.push({
      ...of,
      id: newId(),
      debit_account_id: from,
      credit_account_id: to,
      amount: more,
      ledger,
      code: out,
    })
    room.add(from, -more)
    room.add(to, more)
    posted += more
  }
  const less = least(posted - target.toPost, room.of(to))
  if (less > 0n) {
    transfers.push({
      ...of,
      id: newId(),
      debit_account_id: to,
      credit_account_id: from,
      amount: less,
      ledger,
      code: back,
    })
    room.add(to, -less)
    room.add(from, less)
    posted -= less
  }
  const wanted = least(target.toHold - held, room.of(from))
  if (wanted > 0n) {
    hold = newId()
    const accounts = { debit_account_id: from, credit_account_id: to }
    transfers.push({
      ...of,
      id: hold,
      ...accounts,
      amount: wanted,
      ledger,
      code: out,
      flags: TransferFlags.pending,
    })
    room.add(from, -wanted)
    held = wanted
  }
  return { transfers, covered: { ...covered, ...target, held, posted, hold } }
}

const least = (a: bigint, b: bigint): bigint => {
  const smaller = a < b ? a : b
  return smaller > 0n ? smaller : 0n
}

/** Codes of the ledger's transfers; a code, once used, keeps its meaning. */
export const CODES = {
  guarantee: { out: { out: 301, back: 302 }, in: { out: 301, back: 302 } },
  book: { out: { out: 311, back: 312 }, in: { out: 313, back: 314 } },
} as const

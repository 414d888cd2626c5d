import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import {
  AMOUNT_MAX,
  accountsNow,
  availableOn,
  inUnit,
  type NewTransfer,
  post,
  TransferFlags,
  type TransferRefusal,
  transferRefused,
  transfersById,
} from '@tongqu/ledger'
import { stockRefusals } from '../refusals.ts'
import type { AccountRef } from './account-ref.ts'
import { type MovementName, movementKinds } from './chart.ts'
import { openStockAccounts } from './open.ts'
import { type MovementRow, writeMovements } from './store.ts'

/** A paper that a movement goes by. */
export interface Paper {
  readonly type: string
  readonly reference: string
}

/** What a movement is recorded with, beside how much it moved. */
export interface MovedBy {
  /** Whose warehouse it is. */
  readonly keeper: string
  /** The line it is a movement of. */
  readonly line?: string | undefined
  readonly record: { readonly kind: string; readonly id: string; readonly line?: number }
  readonly reason?: string | undefined
  readonly paper?: Paper | undefined
  /** Place in the input that a refusal is told at. */
  readonly place?: string | undefined
}

/** Goods that go from one account to another. */
export interface Move extends MovedBy {
  readonly movement: MovementName
  readonly from: AccountRef
  readonly to: AccountRef
  readonly amount: bigint
  /** Only held: for so many seconds, 0 without end. */
  readonly hold?: number
  /** At most what `from` has left, which may be nothing. */
  readonly atMost?: boolean
  /** Held, and `from` is closed to every other movement until the hold is released. */
  readonly closes?: boolean
  /** The id of the transfer, where it is known before. */
  readonly id?: string
}

/** What ends a hold: so much of it goes out, and the rest is given back; 0n: all is given back. */
export interface Resolution extends MovedBy {
  readonly hold: string
  readonly amount: bigint
  readonly owner: string
  readonly scale: number
  readonly id?: string
}

/**
 * Moves goods: the ledger decides, under row locks, and who and why is recorded beside it; all of it or nothing, for a
 * refusal of the command takes everything back. Accounts that do not exist yet are opened.
 * @returns ids of the transfers, in order; the refusal of the first that cannot be
 */
export async function moveGoods(
  work: UnitOfWork,
  moves: readonly (Move | Resolution)[],
): Promise<string[] | Refusal> {
  if (moves.length === 0) return []
  const unopened = await openMissing(work, moves)
  if (unopened) return unopened
  const asked = moves.map(move => ({ move, transfer: transferOf(move, move.id ?? work.newId()) }))
  const results = await post(
    work,
    asked.map(({ transfer }) => transfer),
  )
  for (const [n, { status }] of results.entries())
    if (status !== 'created') return refusalOf(work, asked[n]!.move, status, asked[n]!.transfer.id)
  await writeMovements(
    work.tx,
    asked.map(({ move, transfer }) => rowOf(work, move, transfer.id)),
  )
  return asked.map(({ transfer }) => transfer.id)
}

async function openMissing(
  work: UnitOfWork,
  moves: readonly (Move | Resolution)[],
): Promise<Refusal | undefined> {
  const named = new Map<string, AccountRef>()
  for (const move of moves)
    if ('from' in move) for (const account of [move.from, move.to]) named.set(account.id, account)
  if (named.size === 0) return undefined
  const there = await accountsNow(work.tx, [...named.keys()])
  const missing = [...named.values()].filter(({ id }) => !there.has(id))
  return missing.length > 0 ? openStockAccounts(work, missing) : undefined
}

function transferOf(move: Move | Resolution, id: string): NewTransfer {
  const of = { id, user_data_128: move.record.id, user_data_32: move.record.line ?? 0 }
  if (!('from' in move)) {
    const { post_pending_transfer, void_pending_transfer } = TransferFlags
    const flags = move.amount > 0n ? post_pending_transfer : void_pending_transfer
    return { ...of, pending_id: move.hold, amount: move.amount, flags }
  }
  const { movement, from, to, amount, hold, atMost, closes } = move
  const flags =
    (hold === undefined ? 0 : TransferFlags.pending) |
    (atMost ? TransferFlags.balancing_debit : 0) |
    (closes ? TransferFlags.closing_debit : 0)
  return {
    ...of,
    debit_account_id: from.id,
    credit_account_id: to.id,
    amount: atMost ? AMOUNT_MAX : amount,
    ledger: from.article.ledger,
    code: movementKinds[movement].code,
    timeout: hold ?? 0,
    flags,
  }
}

function rowOf(work: UnitOfWork, move: Move | Resolution, id: string): MovementRow {
  return {
    id,
    party_id: 'from' in move ? move.from.article.party_id : move.owner,
    keeper_id: move.keeper,
    line_id: move.line,
    record_kind: move.record.kind,
    record_id: move.record.id,
    record_line: move.record.line,
    reason: move.reason,
    document_type: move.paper?.type,
    document_reference: move.paper?.reference,
    account_id: work.actor.account,
    run: work.run,
  }
}

/** What the ledger says of a hold that is no longer open, and of a shelf that is closed. */
const ENDED = {
  pending_transfer_expired: 'hold.expired',
  pending_transfer_already_posted: 'hold.shipped',
  pending_transfer_already_voided: 'hold.released',
  debit_account_already_closed: 'shelf.closed',
  credit_account_already_closed: 'shelf.closed',
} as const

/** What a code of the ledger means to whoever moves goods. */
async function refusalOf(
  work: UnitOfWork,
  move: Move | Resolution,
  status: TransferRefusal,
  transfer: string,
): Promise<Refusal> {
  if (status in ENDED) return stockRefusals.refuse(ENDED[status as keyof typeof ENDED], {}, move.place)
  if (status === 'exceeds_pending_transfer_amount' && 'hold' in move && !('from' in move)) {
    const held = (await transfersById(work.tx, [move.hold])).get(move.hold)!.transfer.amount
    return stockRefusals.refuse('hold.not_so_much', { held: inUnit(held, move.scale) }, move.place)
  }
  if (status !== 'exceeds_credits' || !('from' in move)) return transferRefused(status, transfer)
  const account = (await accountsNow(work.tx, [move.from.id])).get(move.from.id)
  const left = inUnit(account ? availableOn(account) : 0n, move.from.article.scale)
  return stockRefusals.refuse('stock.not_enough', { left }, move.place)
}

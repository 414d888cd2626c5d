import { type Account, AccountFlags, isClosed } from './account.ts'
import type { Books } from './books.ts'
import {
  AMOUNT_MAX,
  type Hold,
  type HoldStatus,
  MAX_ID,
  type NewTransfer,
  NIL_ID,
  type Transfer,
  TransferFlags,
} from './transfer.ts'
import type { TransferStatus } from './transfer-codes.ts'

/*
 * A hold, as a machine:
 *
 *   pending --post (all or a part)--> posted    what was not posted goes back
 *           --void--> voided
 *           --its time comes--> expired         by a post or void that is refused for it, and by `expireHolds`
 *
 * It leaves `pending` at most once. Voided or expired, a closing hold opens its account again.
 */

type Asked = Required<NewTransfer>

const EXCLUDED =
  TransferFlags.pending |
  TransferFlags.balancing_debit |
  TransferFlags.balancing_credit |
  TransferFlags.closing_debit |
  TransferFlags.closing_credit

/** Decides a post or void and, when nothing stands against it, enters it. */
export function resolveHold(books: Books, asked: Asked, timestamp: bigint): TransferStatus {
  const isVoid = (asked.flags & TransferFlags.void_pending_transfer) !== 0
  const wrong = wrongInItself(asked, isVoid)
  if (wrong) return wrong
  const pending = books.transfer(asked.pending_id)
  if (!pending) return 'pending_transfer_not_found'
  if (!(pending.flags & TransferFlags.pending)) return 'pending_transfer_not_pending'
  const differs = differsFrom(pending, asked)
  if (differs) return differs
  const amount = asked.amount === (isVoid ? 0n : AMOUNT_MAX) ? pending.amount : asked.amount
  if (amount > pending.amount) return 'exceeds_pending_transfer_amount'
  if (isVoid && amount < pending.amount) return 'pending_transfer_has_different_amount'
  const hold = books.hold(pending.id)!
  const over = resolved(hold, timestamp)
  if (over) return over
  const debit = books.account(pending.debit_account_id)!
  const credit = books.account(pending.credit_account_id)!
  // The one movement that a closed account allows is voiding.
  if (isClosed(debit) && !isVoid) return 'debit_account_already_closed'
  if (isClosed(credit) && !isVoid) return 'credit_account_already_closed'
  books.setTransfer(inheriting(asked, pending, amount, timestamp))
  release(books, pending, isVoid ? 'voided' : 'posted', isVoid ? 0n : amount, timestamp)
  return 'created'
}

function wrongInItself(asked: Asked, isVoid: boolean): TransferStatus | undefined {
  const isPost = (asked.flags & TransferFlags.post_pending_transfer) !== 0
  if ((isPost && isVoid) || asked.flags & EXCLUDED) return 'flags_are_mutually_exclusive'
  if (asked.pending_id === NIL_ID) return 'pending_id_must_not_be_zero'
  if (asked.pending_id === MAX_ID) return 'pending_id_must_not_be_int_max'
  if (asked.pending_id === asked.id) return 'pending_id_must_be_different'
  if (asked.timeout !== 0) return 'timeout_reserved_for_pending_transfer'
  return undefined
}

function differsFrom(pending: Transfer, asked: Asked): TransferStatus | undefined {
  const differs = <T>(value: T, none: T, held: T) => value !== none && value !== held
  if (differs(asked.debit_account_id, NIL_ID, pending.debit_account_id))
    return 'pending_transfer_has_different_debit_account_id'
  if (differs(asked.credit_account_id, NIL_ID, pending.credit_account_id))
    return 'pending_transfer_has_different_credit_account_id'
  if (differs(asked.ledger, 0, pending.ledger)) return 'pending_transfer_has_different_ledger'
  if (differs(asked.code, 0, pending.code)) return 'pending_transfer_has_different_code'
  return undefined
}

function resolved(hold: Hold, timestamp: bigint): TransferStatus | undefined {
  if (hold.status === 'posted') return 'pending_transfer_already_posted'
  if (hold.status === 'voided') return 'pending_transfer_already_voided'
  const due = hold.expires_at !== undefined && hold.expires_at <= timestamp
  return hold.status === 'expired' || due ? 'pending_transfer_expired' : undefined
}

function inheriting(asked: Asked, pending: Transfer, amount: bigint, timestamp: bigint): Transfer {
  return {
    ...asked,
    debit_account_id: pending.debit_account_id,
    credit_account_id: pending.credit_account_id,
    amount,
    user_data_128: asked.user_data_128 === NIL_ID ? pending.user_data_128 : asked.user_data_128,
    user_data_64: asked.user_data_64 || pending.user_data_64,
    user_data_32: asked.user_data_32 || pending.user_data_32,
    ledger: pending.ledger,
    code: pending.code,
    timestamp,
  }
}

/** Takes what was held off both accounts and adds what is posted; opens again what a closing hold closed. */
export function release(
  books: Books,
  pending: Transfer,
  status: Exclude<HoldStatus, 'pending'>,
  posted: bigint,
  timestamp: bigint,
): void {
  const opened = (account: Account, flag: number) =>
    status !== 'posted' && pending.flags & flag ? account.flags & ~AccountFlags.closed : account.flags
  const debit = books.account(pending.debit_account_id)!
  books.setAccount({
    ...debit,
    debits_pending: debit.debits_pending - pending.amount,
    debits_posted: debit.debits_posted + posted,
    flags: opened(debit, TransferFlags.closing_debit),
  })
  const credit = books.account(pending.credit_account_id)!
  books.setAccount({
    ...credit,
    credits_pending: credit.credits_pending - pending.amount,
    credits_posted: credit.credits_posted + posted,
    flags: opened(credit, TransferFlags.closing_credit),
  })
  books.setHold({ ...books.hold(pending.id)!, status, resolved_at: timestamp })
}

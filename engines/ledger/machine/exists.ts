import { AMOUNT_MAX, type NewTransfer, NIL_ID, type Transfer, TransferFlags } from './transfer.ts'
import type { TransferStatus } from './transfer-codes.ts'

type Asked = Required<NewTransfer>

const BALANCING = TransferFlags.balancing_debit | TransferFlags.balancing_credit
const RESOLVING = TransferFlags.post_pending_transfer | TransferFlags.void_pending_transfer

/**
 * How a transfer compares with the one that already has its id: `exists` when it asks for the same, else the
 * first field that differs.
 * @param pending the hold that the existing one resolved, if it did
 */
export function compareWithExisting(asked: Asked, existing: Transfer, pending?: Transfer): TransferStatus {
  if (asked.flags !== existing.flags) return 'exists_with_different_flags'
  if (asked.pending_id !== existing.pending_id) return 'exists_with_different_pending_id'
  if (asked.timeout !== existing.timeout) return 'exists_with_different_timeout'
  return asked.flags & RESOLVING
    ? compareResolving(asked, existing, pending!)
    : compareWhole(asked, existing, amountDiffers(asked, existing))
}

/** A balancing transfer asks for a most: it is the same while what was moved lies within it. */
function amountDiffers(asked: Asked, existing: Transfer): boolean {
  return asked.flags & BALANCING ? asked.amount < existing.amount : asked.amount !== existing.amount
}

/** Fields that a post or void leaves out are its hold's. */
function compareResolving(asked: Asked, existing: Transfer, pending: Transfer): TransferStatus {
  const isVoid = (asked.flags & TransferFlags.void_pending_transfer) !== 0
  const amount = asked.amount === (isVoid ? 0n : AMOUNT_MAX) ? pending.amount : asked.amount
  const or = <T>(value: T, none: T, instead: T) => (value === none ? instead : value)
  return compareWhole(
    {
      ...asked,
      debit_account_id: or(asked.debit_account_id, NIL_ID, existing.debit_account_id),
      credit_account_id: or(asked.credit_account_id, NIL_ID, existing.credit_account_id),
      user_data_128: or(asked.user_data_128, NIL_ID, pending.user_data_128),
      user_data_64: or(asked.user_data_64, 0n, pending.user_data_64),
      user_data_32: or(asked.user_data_32, 0, pending.user_data_32),
      ledger: or(asked.ledger, 0, existing.ledger),
      code: or(asked.code, 0, existing.code),
    },
    existing,
    amount !== existing.amount,
  )
}

function compareWhole(asked: Asked, existing: Transfer, amountDiffers: boolean): TransferStatus {
  if (asked.debit_account_id !== existing.debit_account_id) return 'exists_with_different_debit_account_id'
  if (asked.credit_account_id !== existing.credit_account_id) return 'exists_with_different_credit_account_id'
  if (amountDiffers) return 'exists_with_different_amount'
  if (asked.user_data_128 !== existing.user_data_128) return 'exists_with_different_user_data_128'
  if (asked.user_data_64 !== existing.user_data_64) return 'exists_with_different_user_data_64'
  if (asked.user_data_32 !== existing.user_data_32) return 'exists_with_different_user_data_32'
  if (asked.ledger !== existing.ledger) return 'exists_with_different_ledger'
  if (asked.code !== existing.code) return 'exists_with_different_code'
  return 'exists'
}

import { type Account, AccountFlags, type NewAccount } from './account.ts'
import type { AccountStatus } from './account-codes.ts'
import type { Books } from './books.ts'
import { checkBigints, checkIds, checkInts, MAX_ID, NIL_ID } from './transfer.ts'

const SUPPORTED =
  AccountFlags.linked |
  AccountFlags.debits_must_not_exceed_credits |
  AccountFlags.credits_must_not_exceed_debits |
  AccountFlags.closed
const BOTH_LIMITS = AccountFlags.debits_must_not_exceed_credits | AccountFlags.credits_must_not_exceed_debits

/**
 * An account with every field.
 * @throws RangeError for a value that the field cannot hold: a door checks its input before
 */
export function wholeAccount(asked: NewAccount): Required<NewAccount> {
  const account = {
    id: asked.id,
    ledger: asked.ledger,
    code: asked.code,
    flags: asked.flags ?? 0,
    user_data_128: asked.user_data_128 ?? NIL_ID,
    user_data_64: asked.user_data_64 ?? 0n,
    user_data_32: asked.user_data_32 ?? 0,
  }
  checkIds(account.id, account.user_data_128)
  checkBigints(account.user_data_64)
  checkInts(0x7fff_ffff, account.ledger, account.user_data_32)
  checkInts(0xffff, account.code, account.flags)
  return account
}

/** Decides one account and, when nothing stands against it, enters it with empty balances. */
export function createAccount(books: Books, asked: Required<NewAccount>, timestamp: bigint): AccountStatus {
  if (asked.flags & ~SUPPORTED) return 'reserved_flag'
  if (asked.id === NIL_ID) return 'id_must_not_be_zero'
  if (asked.id === MAX_ID) return 'id_must_not_be_int_max'
  const existing = books.account(asked.id)
  if (existing) return compare(asked, existing)
  if ((asked.flags & BOTH_LIMITS) === BOTH_LIMITS) return 'flags_are_mutually_exclusive'
  if (asked.ledger === 0) return 'ledger_must_not_be_zero'
  if (asked.code === 0) return 'code_must_not_be_zero'
  const empty = { debits_pending: 0n, debits_posted: 0n, credits_pending: 0n, credits_posted: 0n }
  books.setAccount({ ...asked, ...empty, timestamp })
  return 'created'
}

function compare(asked: Required<NewAccount>, existing: Account): AccountStatus {
  if (asked.flags !== existing.flags) return 'exists_with_different_flags'
  if (asked.user_data_128 !== existing.user_data_128) return 'exists_with_different_user_data_128'
  if (asked.user_data_64 !== existing.user_data_64) return 'exists_with_different_user_data_64'
  if (asked.user_data_32 !== existing.user_data_32) return 'exists_with_different_user_data_32'
  if (asked.ledger !== existing.ledger) return 'exists_with_different_ledger'
  if (asked.code !== existing.code) return 'exists_with_different_code'
  return 'exists'
}

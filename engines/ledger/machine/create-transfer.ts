import { type Account, AccountFlags, creditsExceedDebits, debitsExceedCredits, isClosed } from './account.ts'
import type { Books } from './books.ts'
import { compareWithExisting } from './exists.ts'
import { resolveHold } from './resolve-hold.ts'
import { AMOUNT_MAX, MAX_ID, type NewTransfer, NIL_ID, TRANSFER_FLAGS, TransferFlags } from './transfer.ts'
import type { TransferStatus } from './transfer-codes.ts'

type Asked = Required<NewTransfer>

const CLOSING = TransferFlags.closing_debit | TransferFlags.closing_credit
const RESOLVING = TransferFlags.post_pending_transfer | TransferFlags.void_pending_transfer
const NANOSECONDS = 1_000_000_000n

/** Decides one transfer and, when nothing stands against it, enters it into the books. */
export function createTransfer(books: Books, asked: Asked, timestamp: bigint): TransferStatus {
  if (asked.flags & ~TRANSFER_FLAGS) return 'reserved_flag'
  if (asked.id === NIL_ID) return 'id_must_not_be_zero'
  if (asked.id === MAX_ID) return 'id_must_not_be_int_max'
  const existing = books.transfer(asked.id)
  if (existing) return compareWithExisting(asked, existing, books.transfer(existing.pending_id))
  if (books.hasFailed(asked.id)) return 'id_already_failed'
  if (asked.flags & RESOLVING) return resolveHold(books, asked, timestamp)
  const wrong = wrongInItself(asked)
  if (wrong) return wrong
  const debit = books.account(asked.debit_account_id)
  if (!debit) return 'debit_account_not_found'
  const credit = books.account(asked.credit_account_id)
  if (!credit) return 'credit_account_not_found'
  if (debit.ledger !== credit.ledger) return 'accounts_must_have_the_same_ledger'
  if (asked.ledger !== debit.ledger) return 'transfer_must_have_the_same_ledger_as_accounts'
  if (isClosed(debit)) return 'debit_account_already_closed'
  if (isClosed(credit)) return 'credit_account_already_closed'
  const amount = amountOf(asked, debit, credit)
  const stopped = overflow(asked, debit, credit, amount, timestamp) ?? limit(debit, credit, amount)
  if (stopped) return stopped
  enter(books, { ...asked, amount }, debit, credit, timestamp)
  return 'created'
}

/** What is wrong with a transfer whatever the accounts are. */
function wrongInItself(asked: Asked): TransferStatus | undefined {
  const { debit_account_id: debit, credit_account_id: credit, flags } = asked
  if (debit === NIL_ID) return 'debit_account_id_must_not_be_zero'
  if (debit === MAX_ID) return 'debit_account_id_must_not_be_int_max'
  if (credit === NIL_ID) return 'credit_account_id_must_not_be_zero'
  if (credit === MAX_ID) return 'credit_account_id_must_not_be_int_max'
  if (debit === credit) return 'accounts_must_be_different'
  if (asked.pending_id !== NIL_ID) return 'pending_id_must_be_zero'
  if (!(flags & TransferFlags.pending)) {
    if (asked.timeout !== 0) return 'timeout_reserved_for_pending_transfer'
    if (flags & CLOSING) return 'closing_transfer_must_be_pending'
  }
  if (asked.ledger === 0) return 'ledger_must_not_be_zero'
  if (asked.code === 0) return 'code_must_not_be_zero'
  return undefined
}

/** A balancing transfer moves at most what the account has left or lacks. */
function amountOf(asked: Asked, debit: Account, credit: Account): bigint {
  let amount = asked.amount
  if (asked.flags & TransferFlags.balancing_debit)
    amount = least(amount, debit.credits_posted - debit.debits_posted - debit.debits_pending)
  if (asked.flags & TransferFlags.balancing_credit)
    amount = least(amount, credit.debits_posted - credit.credits_posted - credit.credits_pending)
  return amount
}

function least(amount: bigint, left: bigint): bigint {
  if (left < 0n) return 0n
  return amount < left ? amount : left
}

function overflow(
  asked: Asked,
  debit: Account,
  credit: Account,
  amount: bigint,
  timestamp: bigint,
): TransferStatus | undefined {
  const over = (sum: bigint) => sum + amount > AMOUNT_MAX
  if (asked.flags & TransferFlags.pending) {
    if (over(debit.debits_pending)) return 'overflows_debits_pending'
    if (over(credit.credits_pending)) return 'overflows_credits_pending'
  }
  if (over(debit.debits_posted)) return 'overflows_debits_posted'
  if (over(credit.credits_posted)) return 'overflows_credits_posted'
  if (over(debit.debits_pending + debit.debits_posted)) return 'overflows_debits'
  if (over(credit.credits_pending + credit.credits_posted)) return 'overflows_credits'
  if (timestamp + BigInt(asked.timeout) * NANOSECONDS > AMOUNT_MAX) return 'overflows_timeout'
  return undefined
}

function limit(debit: Account, credit: Account, amount: bigint): TransferStatus | undefined {
  if (debitsExceedCredits(debit, amount)) return 'exceeds_credits'
  if (creditsExceedDebits(credit, amount)) return 'exceeds_debits'
  return undefined
}

function enter(books: Books, asked: Asked, debit: Account, credit: Account, timestamp: bigint): void {
  const { id, amount, flags, timeout } = asked
  const closing = (flag: number) => (flags & flag ? AccountFlags.closed : 0)
  books.setTransfer({ ...asked, timestamp })
  const isPending = (flags & TransferFlags.pending) !== 0
  books.setAccount({
    ...debit,
    ...(isPending
      ? { debits_pending: debit.debits_pending + amount }
      : { debits_posted: debit.debits_posted + amount }),
    flags: debit.flags | closing(TransferFlags.closing_debit),
  })
  books.setAccount({
    ...credit,
    ...(isPending
      ? { credits_pending: credit.credits_pending + amount }
      : { credits_posted: credit.credits_posted + amount }),
    flags: credit.flags | closing(TransferFlags.closing_credit),
  })
  if (!isPending) return
  const expires_at = timeout === 0 ? undefined : timestamp + BigInt(timeout) * NANOSECONDS
  books.setHold({ id, status: 'pending', expires_at, resolved_at: undefined })
}

import fc from 'fast-check'
import { AccountFlags, type NewAccount } from '../account.ts'
import { AMOUNT_MAX, MAX_ID, type NewTransfer, NIL_ID, TransferFlags as T } from '../transfer.ts'

/** The nth id of a kind: a UUID that a reader can tell. */
export function idOf(kind: 'a' | 'b', n: number): string {
  return `${kind.repeat(8)}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

/** Accounts of every sort, two ledgers, few enough that histories meet. */
export const sampleAccounts: readonly NewAccount[] = [
  { id: idOf('a', 0), ledger: 1, code: 1 },
  { id: idOf('a', 1), ledger: 1, code: 1, flags: AccountFlags.debits_must_not_exceed_credits },
  { id: idOf('a', 2), ledger: 1, code: 1, flags: AccountFlags.credits_must_not_exceed_debits },
  { id: idOf('a', 3), ledger: 1, code: 1, flags: AccountFlags.debits_must_not_exceed_credits },
  { id: idOf('a', 4), ledger: 1, code: 1 },
  { id: idOf('a', 5), ledger: 2, code: 1 },
  { id: idOf('a', 6), ledger: 2, code: 1 },
]

const rarely = <V>(often: fc.Arbitrary<V>, seldom: fc.Arbitrary<V>) =>
  fc.oneof({ arbitrary: often, weight: 12 }, { arbitrary: seldom, weight: 1 })

const account = rarely(
  fc.nat(4).map(n => idOf('a', n)),
  fc.constantFrom(idOf('a', 5), idOf('a', 6), idOf('a', 99), NIL_ID, MAX_ID),
)
const transferId = rarely(
  fc.nat(40).map(n => idOf('b', n)),
  fc.constantFrom(NIL_ID, MAX_ID),
)
const amount = rarely(
  fc.nat(20).map(BigInt),
  fc.constantFrom(AMOUNT_MAX, AMOUNT_MAX - 5n, AMOUNT_MAX / 2n + 1n),
)

const begins: fc.Arbitrary<NewTransfer> = fc.record({
  id: transferId,
  debit_account_id: account,
  credit_account_id: account,
  amount,
  ledger: rarely(fc.constant(1), fc.constantFrom(0, 2)),
  code: rarely(fc.constant(7), fc.constantFrom(0, 8)),
  flags: fc.constantFrom(
    0,
    0,
    0,
    T.linked,
    T.pending,
    T.pending,
    T.pending,
    T.pending | T.linked,
    T.balancing_debit,
    T.balancing_credit,
    T.balancing_debit | T.balancing_credit | T.pending,
    T.pending | T.closing_debit,
    T.pending | T.closing_credit,
    T.closing_debit,
    T.imported,
  ),
  timeout: rarely(fc.constantFrom(0, 0, 1, 3), fc.constant(0x7fff_ffff)),
  user_data_32: rarely(fc.constant(0), fc.constant(5)),
})

const ends: fc.Arbitrary<NewTransfer> = fc.record({
  id: transferId,
  pending_id: rarely(transferId, fc.constant(MAX_ID)),
  amount: fc.oneof(amount, fc.constantFrom(0n, AMOUNT_MAX)),
  flags: fc.constantFrom(
    T.post_pending_transfer,
    T.post_pending_transfer,
    T.void_pending_transfer,
    T.void_pending_transfer,
    T.post_pending_transfer | T.linked,
    T.post_pending_transfer | T.void_pending_transfer,
    T.post_pending_transfer | T.pending,
  ),
  debit_account_id: rarely(fc.constant(NIL_ID), account),
  credit_account_id: rarely(fc.constant(NIL_ID), account),
  user_data_64: rarely(fc.constant(0n), fc.constant(9n)),
  timeout: rarely(fc.constant(0), fc.constant(1)),
  code: rarely(fc.constant(0), fc.constantFrom(7, 8)),
})

export type Step =
  | { readonly what: 'batch'; readonly transfers: readonly NewTransfer[]; readonly seconds: number }
  | { readonly what: 'expire'; readonly seconds: number }

/** Batches, expiries and a clock that mostly goes on, stands still, and at times jumps back. */
export const histories: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      arbitrary: fc.record({
        what: fc.constant('batch' as const),
        transfers: fc.array(fc.oneof({ arbitrary: begins, weight: 3 }, { arbitrary: ends, weight: 2 }), {
          minLength: 1,
          maxLength: 6,
        }),
        seconds: fc.constantFrom(0, 0, 1, 2, -3),
      }),
      weight: 5,
    },
    {
      arbitrary: fc.record({ what: fc.constant('expire' as const), seconds: fc.constantFrom(0, 1, 4) }),
      weight: 1,
    },
  ),
  { minLength: 1, maxLength: 25 },
)

/** Where the clock of a history begins: 2026-01-01, nanoseconds. */
export const BEGIN = 1_767_225_600_000_000_000n

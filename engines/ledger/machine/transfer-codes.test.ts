import { expect, it } from 'vitest'
import { AccountFlags as A } from './account.ts'
import { Books } from './books.ts'
import { createAccounts, createTransfers, expireHolds } from './machine.ts'
import { BEGIN, idOf } from './testing/histories.ts'
import { AMOUNT_MAX, MAX_ID, type NewTransfer, NIL_ID, TransferFlags as T } from './transfer.ts'
import { type TransferStatus, transferCodes } from './transfer-codes.ts'

const SECOND = 1_000_000_000n
const free = idOf('a', 1)
const other = idOf('a', 2)
const limited = idOf('a', 3)
const capped = idOf('a', 4)
const dollars = idOf('a', 5)
const third = idOf('a', 6)

const accounts = [
  { id: free, ledger: 1, code: 1 },
  { id: other, ledger: 1, code: 1 },
  { id: limited, ledger: 1, code: 1, flags: A.debits_must_not_exceed_credits },
  { id: capped, ledger: 1, code: 1, flags: A.credits_must_not_exceed_debits },
  { id: dollars, ledger: 2, code: 1 },
  { id: third, ledger: 1, code: 1 },
]

/** A transfer that would be created; each case spoils it. */
const good = (n: number, spoiled: Partial<NewTransfer> = {}): NewTransfer => ({
  id: idOf('b', n),
  debit_account_id: free,
  credit_account_id: other,
  amount: 10n,
  ledger: 1,
  code: 1,
  ...spoiled,
})
const hold = (n: number, spoiled: Partial<NewTransfer> = {}) => good(n, { flags: T.pending, ...spoiled })
const post = (n: number, of: number, spoiled: Partial<NewTransfer> = {}): NewTransfer => ({
  id: idOf('b', n),
  pending_id: idOf('b', of),
  amount: AMOUNT_MAX,
  flags: T.post_pending_transfer,
  ...spoiled,
})
const annul = (n: number, of: number, spoiled: Partial<NewTransfer> = {}) =>
  post(n, of, { amount: 0n, flags: T.void_pending_transfer, ...spoiled })

/** What goes before, then the transfer that is answered with the code. */
type Case = readonly [status: TransferStatus, ...transfers: NewTransfer[]]

const rich = { user_data_128: third, user_data_64: 5n, user_data_32: 6 }
const cases: readonly Case[] = [
  ['created', good(1)],
  ['created', good(1, { amount: 0n })],
  ['linked_event_chain_open', good(1, { flags: T.linked })],
  ['reserved_flag', good(1, { flags: T.imported })],
  ['reserved_flag', good(1, { flags: 0x8000, id: NIL_ID })],
  ['id_must_not_be_zero', good(1, { id: NIL_ID, debit_account_id: NIL_ID })],
  ['id_must_not_be_int_max', good(1, { id: MAX_ID })],
  ['exists_with_different_flags', good(1), hold(1, { timeout: 5 })],
  ['exists_with_different_pending_id', hold(1), hold(2), post(3, 1), post(3, 2)],
  ['exists_with_different_timeout', hold(1), hold(1, { timeout: 5, amount: 9n })],
  ['exists_with_different_debit_account_id', good(1), good(1, { debit_account_id: third, amount: 9n })],
  ['exists_with_different_debit_account_id', hold(1), post(2, 1), post(2, 1, { debit_account_id: third })],
  ['exists_with_different_credit_account_id', good(1), good(1, { credit_account_id: third, amount: 9n })],
  ['exists_with_different_credit_account_id', hold(1), post(2, 1), post(2, 1, { credit_account_id: third })],
  ['exists_with_different_amount', good(1), good(1, { amount: 9n, ...rich })],
  ['exists_with_different_amount', hold(1), post(2, 1, { amount: 4n }), post(2, 1)],
  ['exists_with_different_amount', hold(1), post(2, 1, { amount: 4n }), post(2, 1, { amount: 5n })],
  ['exists_with_different_user_data_128', good(1), good(1, { ...rich })],
  ['exists_with_different_user_data_128', hold(1), post(2, 1), post(2, 1, { user_data_128: third })],
  ['exists_with_different_user_data_64', good(1), good(1, { user_data_64: 5n, user_data_32: 6 })],
  ['exists_with_different_user_data_64', hold(1, rich), post(2, 1, { user_data_64: 7n }), post(2, 1)],
  ['exists_with_different_user_data_32', good(1), good(1, { user_data_32: 6, ledger: 2 })],
  ['exists_with_different_user_data_32', hold(1, rich), post(2, 1), post(2, 1, { user_data_32: 7 })],
  ['exists_with_different_ledger', good(1), good(1, { ledger: 2, code: 2 })],
  ['exists_with_different_ledger', hold(1), post(2, 1), post(2, 1, { ledger: 2 })],
  ['exists_with_different_code', good(1), good(1, { code: 2 })],
  ['exists_with_different_code', hold(1), annul(2, 1), annul(2, 1, { code: 2 })],
  ['exists', good(1), good(1)],
  ['exists', hold(1, rich), post(2, 1), post(2, 1)],
  [
    'exists',
    hold(1, rich),
    post(2, 1),
    post(2, 1, { ...rich, amount: 10n, debit_account_id: free, ledger: 1 }),
  ],
  ['exists', hold(1), annul(2, 1), annul(2, 1, { amount: 10n })],
  // A balancing transfer asks for at most so much: what was moved lies within it.
  ['exists', good(1, { flags: T.balancing_debit }), good(1, { flags: T.balancing_debit, amount: 99n })],
  [
    'exists_with_different_amount',
    good(9, { debit_account_id: other, credit_account_id: free }),
    good(1, { flags: T.balancing_debit }),
    good(1, { flags: T.balancing_debit, amount: 9n }),
  ],
  [
    'id_already_failed',
    good(1, { debit_account_id: limited }),
    good(2, { credit_account_id: limited, amount: 50n }),
    good(1, { debit_account_id: limited }),
  ],
  [
    'flags_are_mutually_exclusive',
    hold(1),
    post(2, 1, { flags: T.post_pending_transfer | T.void_pending_transfer, pending_id: NIL_ID }),
  ],
  ['flags_are_mutually_exclusive', hold(1), post(2, 1, { flags: T.post_pending_transfer | T.pending })],
  [
    'flags_are_mutually_exclusive',
    hold(1),
    post(2, 1, { flags: T.post_pending_transfer | T.balancing_debit }),
  ],
  [
    'flags_are_mutually_exclusive',
    hold(1),
    post(2, 1, { flags: T.post_pending_transfer | T.balancing_credit }),
  ],
  [
    'flags_are_mutually_exclusive',
    hold(1),
    annul(2, 1, { flags: T.void_pending_transfer | T.closing_debit }),
  ],
  [
    'flags_are_mutually_exclusive',
    hold(1),
    annul(2, 1, { flags: T.void_pending_transfer | T.closing_credit }),
  ],
  ['debit_account_id_must_not_be_zero', good(1, { debit_account_id: NIL_ID, credit_account_id: NIL_ID })],
  ['debit_account_id_must_not_be_int_max', good(1, { debit_account_id: MAX_ID, credit_account_id: NIL_ID })],
  ['credit_account_id_must_not_be_zero', good(1, { credit_account_id: NIL_ID, pending_id: idOf('b', 7) })],
  ['credit_account_id_must_not_be_int_max', good(1, { credit_account_id: MAX_ID, pending_id: idOf('b', 7) })],
  ['accounts_must_be_different', good(1, { credit_account_id: free, pending_id: idOf('b', 7) })],
  ['pending_id_must_be_zero', good(1, { pending_id: idOf('b', 7), timeout: 1 })],
  ['pending_id_must_not_be_zero', post(1, 2, { pending_id: NIL_ID, timeout: 1 })],
  ['pending_id_must_not_be_int_max', post(1, 2, { pending_id: MAX_ID, timeout: 1 })],
  ['pending_id_must_be_different', post(1, 1, { timeout: 1 })],
  ['timeout_reserved_for_pending_transfer', good(1, { timeout: 1, flags: T.closing_debit })],
  ['timeout_reserved_for_pending_transfer', post(1, 2, { timeout: 1 })],
  ['closing_transfer_must_be_pending', good(1, { flags: T.closing_debit, ledger: 0 })],
  ['closing_transfer_must_be_pending', good(1, { flags: T.closing_credit, ledger: 0 })],
  ['ledger_must_not_be_zero', good(1, { ledger: 0, code: 0 })],
  ['code_must_not_be_zero', good(1, { code: 0, debit_account_id: idOf('a', 99) })],
  ['debit_account_not_found', good(1, { debit_account_id: idOf('a', 99), credit_account_id: idOf('a', 98) })],
  ['credit_account_not_found', good(1, { credit_account_id: idOf('a', 99) })],
  ['accounts_must_have_the_same_ledger', good(1, { credit_account_id: dollars, ledger: 3 })],
  ['transfer_must_have_the_same_ledger_as_accounts', good(1, { ledger: 2, amount: AMOUNT_MAX })],
  ['pending_transfer_not_found', post(1, 2)],
  ['pending_transfer_not_pending', good(1), post(2, 1, { debit_account_id: third })],
  [
    'pending_transfer_has_different_debit_account_id',
    hold(1),
    post(2, 1, { debit_account_id: third, credit_account_id: third }),
  ],
  [
    'pending_transfer_has_different_credit_account_id',
    hold(1),
    post(2, 1, { credit_account_id: third, ledger: 2 }),
  ],
  ['pending_transfer_has_different_ledger', hold(1), post(2, 1, { ledger: 2, code: 2 })],
  ['pending_transfer_has_different_code', hold(1), post(2, 1, { code: 2, amount: 11n })],
  ['exceeds_pending_transfer_amount', hold(1), post(2, 1), post(3, 1, { amount: 11n })],
  ['exceeds_pending_transfer_amount', hold(1), annul(2, 1, { amount: AMOUNT_MAX })],
  ['pending_transfer_has_different_amount', hold(1), annul(2, 1), annul(3, 1, { amount: 9n })],
  ['pending_transfer_already_posted', hold(1), post(2, 1, { amount: 4n }), post(3, 1, { amount: 6n })],
  ['pending_transfer_already_posted', hold(1), post(2, 1, { amount: 0n }), annul(3, 1)],
  ['pending_transfer_already_voided', hold(1), annul(2, 1), post(3, 1)],
  [
    'debit_account_already_closed',
    hold(1),
    hold(2, { flags: T.pending | T.closing_debit, amount: 0n }),
    post(3, 1),
  ],
  [
    'debit_account_already_closed',
    hold(2, { flags: T.pending | T.closing_debit, amount: 0n }),
    good(3, { amount: AMOUNT_MAX }),
  ],
  [
    'credit_account_already_closed',
    hold(1),
    hold(2, { flags: T.pending | T.closing_credit, amount: 0n }),
    post(3, 1),
  ],
  ['credit_account_already_closed', hold(2, { flags: T.pending | T.closing_credit, amount: 0n }), good(3)],
  // Voiding is the one movement that a closed account allows; voiding the closing hold opens it again.
  ['created', hold(1), hold(2, { flags: T.pending | T.closing_debit, amount: 0n }), annul(3, 1)],
  ['created', hold(2, { flags: T.pending | T.closing_debit, amount: 0n }), annul(3, 2), good(4)],
  ['overflows_debits_pending', hold(1, { amount: AMOUNT_MAX }), hold(2, { amount: 1n })],
  [
    'overflows_credits_pending',
    hold(1, { amount: AMOUNT_MAX }),
    hold(2, { amount: 1n, debit_account_id: third }),
  ],
  ['overflows_debits_posted', good(1, { amount: AMOUNT_MAX }), good(2, { amount: 1n })],
  [
    'overflows_credits_posted',
    good(1, { amount: AMOUNT_MAX }),
    hold(2, { amount: 1n, debit_account_id: third }),
  ],
  ['overflows_debits', hold(1, { amount: AMOUNT_MAX }), good(2, { amount: 1n })],
  ['overflows_credits', hold(1, { amount: AMOUNT_MAX }), good(2, { amount: 1n, debit_account_id: third })],
  ['exceeds_credits', good(1, { debit_account_id: limited })],
  [
    'exceeds_credits',
    good(1, { credit_account_id: limited }),
    hold(2, { debit_account_id: limited, amount: 6n }),
    good(3, { debit_account_id: limited, amount: 5n }),
  ],
  ['exceeds_credits', good(1, { debit_account_id: limited, credit_account_id: capped })],
  ['exceeds_debits', good(1, { credit_account_id: capped })],
  // A limit that is met exactly is kept.
  ['created', good(1, { credit_account_id: limited }), good(2, { debit_account_id: limited })],
  ['created', good(1, { debit_account_id: capped }), good(2, { credit_account_id: capped })],
]

function books(): Books {
  const empty = new Books()
  createAccounts(empty, accounts, 1n)
  return empty
}

it.each(cases.map(([status, ...transfers]) => ({ status, transfers })))(
  '$status',
  ({ status, transfers }) => {
    const ledger = books()
    const answers = transfers.map(transfer => createTransfers(ledger, [transfer], BEGIN)[0]!.status)
    expect(answers.at(-1)).toBe(status)
  },
)

it('gives each code a number of its own', () => {
  const numbers = Object.values(transferCodes).map(each => each.code)
  expect(new Set(numbers).size).toBe(numbers.length)
})

it('tests every code', () => {
  const elsewhere = ['linked_event_failed', 'pending_transfer_expired', 'overflows_timeout']
  const tested = new Set<string>([...cases.map(([status]) => status), ...elsewhere])
  expect(Object.keys(transferCodes).filter(code => !tested.has(code))).toEqual([])
})

it('linked_event_failed: fails the whole chain, burns the id that failed and no other', () => {
  const ledger = books()
  const chain = [
    good(1, { flags: T.linked }),
    good(2, { flags: T.linked, debit_account_id: limited }),
    good(3),
    good(4),
  ]
  const statuses = createTransfers(ledger, chain, BEGIN).map(result => result.status)
  expect(statuses).toEqual(['linked_event_failed', 'exceeds_credits', 'linked_event_failed', 'created'])
  expect(ledger.account(free)!.debits_posted).toBe(10n)
  const again = createTransfers(ledger, [good(1), good(2)], BEGIN).map(result => result.status)
  expect(again).toEqual(['created', 'id_already_failed'])
})

it('linked_event_chain_open: a chain without an end fails whole', () => {
  const chain = [good(1, { flags: T.linked }), good(2, { flags: T.linked })]
  const statuses = createTransfers(books(), chain, BEGIN).map(result => result.status)
  expect(statuses).toEqual(['linked_event_failed', 'linked_event_chain_open'])
})

it('pending_transfer_expired: a hold is posted a nanosecond before its time and not at it', () => {
  for (const [late, status] of [
    [-1n, 'created'],
    [0n, 'pending_transfer_expired'],
  ] as const) {
    const ledger = books()
    const [held] = createTransfers(ledger, [hold(1, { timeout: 5 })], BEGIN)
    const [posted] = createTransfers(ledger, [post(2, 1)], held!.timestamp + 5n * SECOND + late)
    expect(posted!.status).toBe(status)
  }
})

it('pending_transfer_expired: an expired hold is neither posted nor voided, and gives back what it held', () => {
  const ledger = books()
  createTransfers(ledger, [hold(1, { timeout: 5 }), hold(2)], BEGIN)
  expect(expireHolds(ledger, [idOf('b', 1), idOf('b', 1), idOf('b', 2)], BEGIN + 6n * SECOND)).toEqual([
    idOf('b', 1),
  ])
  expect(ledger.account(free)!.debits_pending).toBe(10n)
  const answers = createTransfers(ledger, [post(3, 1), annul(4, 1)], BEGIN).map(result => result.status)
  expect(answers).toEqual(['pending_transfer_expired', 'pending_transfer_expired'])
})

it('overflows_timeout: a hold cannot outlive the time that can be told', () => {
  const year2200 = 7_258_118_400_000_000_000n
  const [result] = createTransfers(books(), [hold(1, { timeout: 0x7fff_ffff })], year2200)
  expect(result!.status).toBe('overflows_timeout')
})

it('posts a part and gives the rest back', () => {
  const ledger = books()
  createTransfers(ledger, [hold(1), post(2, 1, { amount: 4n })], BEGIN)
  expect(ledger.account(free)).toMatchObject({ debits_pending: 0n, debits_posted: 4n })
  expect(ledger.account(other)).toMatchObject({ credits_pending: 0n, credits_posted: 4n })
})

it('moves with balancing_debit what is left, with balancing_credit what is lacking', () => {
  const ledger = books()
  const fill = good(1, { credit_account_id: limited, amount: 7n })
  createTransfers(ledger, [fill, good(2, { debit_account_id: limited, flags: T.balancing_debit })], BEGIN)
  expect(ledger.transfer(idOf('b', 2))!.amount).toBe(7n)
  const spend = good(3, { debit_account_id: capped, amount: 3n })
  createTransfers(ledger, [spend, good(4, { credit_account_id: capped, flags: T.balancing_credit })], BEGIN)
  expect(ledger.transfer(idOf('b', 4))!.amount).toBe(3n)
})

it('tells of a transfer that exists when it was created', () => {
  const ledger = books()
  const [created] = createTransfers(ledger, [good(1)], BEGIN)
  const [again] = createTransfers(ledger, [good(1)], BEGIN + SECOND)
  expect(again).toEqual({ status: 'exists', timestamp: created!.timestamp })
})

it('lets no time go back when the clock does', () => {
  const ledger = books()
  const [one] = createTransfers(ledger, [good(1)], BEGIN)
  const [two] = createTransfers(ledger, [good(2)], BEGIN - 100n * SECOND)
  expect(two!.timestamp).toBe(one!.timestamp + 1n)
})

it.each([-1n, AMOUNT_MAX + 1n, 1.5 as unknown as bigint, 3 as unknown as bigint])(
  'takes no amount that is not a whole number of its range: %s',
  amount => {
    const ledger = books()
    expect(() => createTransfers(ledger, [good(1), good(2, { amount })], BEGIN)).toThrow(RangeError)
    expect(ledger.account(free)!.debits_posted).toBe(0n)
  },
)

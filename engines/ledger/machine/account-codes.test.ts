import { expect, it } from 'vitest'
import { AccountFlags as A, type NewAccount } from './account.ts'
import { type AccountStatus, accountCodes } from './account-codes.ts'
import { Books } from './books.ts'
import { createAccounts } from './machine.ts'
import { idOf } from './testing/histories.ts'
import { MAX_ID, NIL_ID } from './transfer.ts'

const good = (n: number, spoiled: Partial<NewAccount> = {}): NewAccount => ({
  id: idOf('a', n),
  ledger: 1,
  code: 1,
  ...spoiled,
})

const cases: readonly (readonly [AccountStatus, ...NewAccount[]])[] = [
  ['created', good(1)],
  ['linked_event_chain_open', good(1, { flags: A.linked })],
  ['reserved_flag', good(1, { flags: A.imported, id: NIL_ID })],
  ['id_must_not_be_zero', good(1, { id: NIL_ID, ledger: 0 })],
  ['id_must_not_be_int_max', good(1, { id: MAX_ID, ledger: 0 })],
  ['exists_with_different_flags', good(1), good(1, { flags: A.closed, user_data_64: 1n })],
  [
    'exists_with_different_user_data_128',
    good(1),
    good(1, { user_data_128: idOf('b', 1), user_data_64: 1n }),
  ],
  ['exists_with_different_user_data_64', good(1), good(1, { user_data_64: 1n, user_data_32: 1 })],
  ['exists_with_different_user_data_32', good(1), good(1, { user_data_32: 1, ledger: 2 })],
  ['exists_with_different_ledger', good(1), good(1, { ledger: 2, code: 2 })],
  ['exists_with_different_code', good(1), good(1, { code: 2 })],
  ['exists', good(1), good(1)],
  ['flags_are_mutually_exclusive', good(1, { flags: 6, ledger: 0 })],
  ['ledger_must_not_be_zero', good(1, { ledger: 0, code: 0 })],
  ['code_must_not_be_zero', good(1, { code: 0 })],
]

it.each(cases.map(([status, ...accounts]) => ({ status, accounts })))('$status', ({ status, accounts }) => {
  const books = new Books()
  expect(accounts.map(account => createAccounts(books, [account], 1n)[0]!.status).at(-1)).toBe(status)
})

it('linked_event_failed: creates a chain of accounts whole or not at all', () => {
  const books = new Books()
  const chain = [good(1, { flags: A.linked }), good(2, { code: 0 }), good(3)]
  const statuses = createAccounts(books, chain, 1n).map(result => result.status)
  expect(statuses).toEqual(['linked_event_failed', 'code_must_not_be_zero', 'created'])
  expect([...books.accounts()].map(account => account.id)).toEqual([idOf('a', 3)])
})

it('reserved_flag: does not take `history`, which every account has', () => {
  expect(createAccounts(new Books(), [good(1, { flags: A.history })], 1n)[0]!.status).toBe('reserved_flag')
})

it('tests every code', () => {
  const tested = new Set<string>([...cases.map(([status]) => status), 'linked_event_failed'])
  expect(Object.keys(accountCodes).filter(code => !tested.has(code))).toEqual([])
})

/** The two sides of a transfer or hold: the columns that name an account, written here and nowhere else in a query. */
export const sides = [
  { name: 'debit', own: 'debit_account', other: 'credit_account' },
  { name: 'credit', own: 'credit_account', other: 'debit_account' },
] as const
export type Side = (typeof sides)[number]

/** The column of `ledger.account` that those columns hold. */
export const ACCOUNT_KEY = 'key'

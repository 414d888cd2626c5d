import { among, day, type Given, order, word } from '../search.ts'

/** What the addresses of the ledger desk hold after `?`. */
export interface AccountsSearch {
  unit?: string
  kind?: number
  party?: string
  record?: string
  sort?: 'unit' | '-unit' | 'code' | '-code'
}

/** A whole number: text in an address, a number in a link of ours. */
const whole = (given: Given, key: string): number | undefined => {
  const text = typeof given[key] === 'number' ? String(given[key]) : word(given, key)
  return text && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

export const accountsSearch = (given: Given): AccountsSearch => ({
  unit: word(given, 'unit'),
  kind: whole(given, 'kind'),
  party: word(given, 'party'),
  record: word(given, 'record'),
  sort: order(given, ['unit', 'code']),
})

/** An instant as links give it, or an ISO day. */
const moment = (given: Given, key: string): string | undefined => {
  const text = word(given, key)
  return text && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? text : day(given, key)
}

export interface AccountSearch {
  /** Absent: the statement. */
  tab?: 'holds' | 'periods'
  from?: string
  asAt?: string
  knownAt?: number
  side?: 'debit' | 'credit'
  order?: 'oldest'
  status?: 'posted' | 'voided' | 'expired'
}

export const accountSearch = (given: Given): AccountSearch => ({
  tab: among(given, 'tab', ['holds', 'periods']),
  from: moment(given, 'from'),
  asAt: moment(given, 'asAt'),
  knownAt: whole(given, 'knownAt'),
  side: among(given, 'side', ['debit', 'credit']),
  order: among(given, 'order', ['oldest']),
  status: among(given, 'status', ['posted', 'voided', 'expired']),
})

export const periodsSearch = (given: Given): { unit?: string; party?: string } => ({
  unit: word(given, 'unit'),
  party: word(given, 'party'),
})

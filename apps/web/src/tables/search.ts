import { among, day, type Given, word } from '../search.ts'

export interface TableSearch {
  q?: string
  date?: string
  /** The batch after which it is looked at; absent: as believed now. */
  known?: string
  order?: 'name'
}

export const tableSearch = (given: Given): TableSearch => ({
  q: word(given, 'q'),
  date: day(given, 'date'),
  known: word(given, 'known'),
  order: among(given, 'order', ['name']),
})

export interface CompareSearch {
  date?: string
  known?: string
  toDate?: string
  toKnown?: string
  kind?: 'added' | 'changed' | 'ended'
}

export const compareSearch = (given: Given): CompareSearch => ({
  date: day(given, 'date'),
  known: word(given, 'known'),
  toDate: day(given, 'toDate'),
  toKnown: word(given, 'toKnown'),
  kind: among(given, 'kind', ['added', 'changed', 'ended']),
})

/** What is being done with an entry; absent: it is read. */
export const entrySearch = (given: Given): { do?: 'edit' | 'end' } => ({
  do: among(given, 'do', ['edit', 'end']),
})

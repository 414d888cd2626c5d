import { among, day, type Given, word } from '../search.ts'

/** States of a tax bill, as the customs tell them. */
export const billStates = ['made', 'summed', 'paid', 'void'] as const
export type BillState = (typeof billStates)[number]

export interface TaxesSearch {
  q?: string
  state?: BillState
  /** Only what was levied otherwise than planned. */
  differing?: 'yes'
}

export const taxesSearch = (given: Given): TaxesSearch => ({
  q: word(given, 'q'),
  state: among(given, 'state', billStates),
  differing: among(given, 'differing', ['yes']),
})

export interface BooksSearch {
  /** The day as at whose end the lines are shown. */
  asAt?: string
  /** The line whose moves are open. */
  line?: string
}

export const booksSearch = (given: Given): BooksSearch => ({
  asAt: day(given, 'asAt'),
  line: word(given, 'line'),
})

import { among, day, type Given, word } from '../search.ts'
import { countStates } from './count/states.ts'
import { receiptStates } from './receipt/states.ts'
import { transferStates } from './transfer/states.ts'

/** What the addresses of the stock desk's lists hold after `?`. */
export const receiptsSearch = (
  given: Given,
): { state?: (typeof receiptStates)[number]; warehouse?: string } => ({
  state: among(given, 'state', receiptStates),
  warehouse: word(given, 'warehouse'),
})

export const kindSearch = (given: Given): { kind?: string } => ({ kind: word(given, 'kind') })

export interface TransfersSearch {
  state?: (typeof transferStates)[number]
  warehouse?: string
  overdue?: 'yes'
}

export const transfersSearch = (given: Given): TransfersSearch => ({
  state: among(given, 'state', transferStates),
  warehouse: word(given, 'warehouse'),
  overdue: among(given, 'overdue', ['yes']),
})

export interface LevelsSearch {
  q?: string
  article?: string
  warehouse?: string
  kind?: string
  empty?: 'with'
  /** A day: as at its end. */
  asAt?: string
}

export const levelsSearch = (given: Given): LevelsSearch => ({
  q: word(given, 'q'),
  article: word(given, 'article'),
  warehouse: word(given, 'warehouse'),
  kind: word(given, 'kind'),
  empty: among(given, 'empty', ['with']),
  asAt: day(given, 'asAt'),
})

export const countsSearch = (given: Given): { state?: (typeof countStates)[number] } => ({
  state: among(given, 'state', countStates),
})

import { among, day, type Given, order, word } from '../search.ts'
import { countStates } from './count/states.ts'
import { receiptStates } from './receipt/states.ts'
import { transferStates } from './transfer/states.ts'

type Either<K extends string> = K | `-${K}`
type ReceiptSort = Either<'number' | 'expected'>
type TransferSort = Either<'number' | 'due'>
type ArticleSort = Either<'sku' | 'name'>
type LineSort = Either<'sku' | 'expires'>

/** What the addresses of the stock desk's lists hold after `?`. */
export const receiptsSearch = (
  given: Given,
): { state?: (typeof receiptStates)[number]; warehouse?: string; sort?: ReceiptSort } => ({
  state: among(given, 'state', receiptStates),
  warehouse: word(given, 'warehouse'),
  sort: order(given, ['number', 'expected']),
})

export const articlesSearch = (given: Given): { q?: string; sort?: ArticleSort } => ({
  q: word(given, 'q'),
  sort: order(given, ['sku', 'name']),
})

export const kindSearch = (given: Given): { kind?: string } => ({ kind: word(given, 'kind') })

export interface TransfersSearch {
  state?: (typeof transferStates)[number]
  warehouse?: string
  overdue?: 'yes'
  sort?: TransferSort
}

export const transfersSearch = (given: Given): TransfersSearch => ({
  state: among(given, 'state', transferStates),
  warehouse: word(given, 'warehouse'),
  overdue: among(given, 'overdue', ['yes']),
  sort: order(given, ['number', 'due']),
})

export interface LevelsSearch {
  q?: string
  article?: string
  warehouse?: string
  kind?: string
  empty?: 'with'
  /** A day: as at its end. */
  asAt?: string
  sort?: LineSort
}

export const levelsSearch = (given: Given): LevelsSearch => ({
  q: word(given, 'q'),
  article: word(given, 'article'),
  warehouse: word(given, 'warehouse'),
  kind: word(given, 'kind'),
  empty: among(given, 'empty', ['with']),
  asAt: day(given, 'asAt'),
  sort: order(given, ['sku', 'expires']),
})

export const countsSearch = (given: Given): { state?: (typeof countStates)[number] } => ({
  state: among(given, 'state', countStates),
})

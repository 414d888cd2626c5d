import { among, type Given, word } from '../search.ts'
import { receiptStates } from './receipt/states.ts'

/** What the addresses of the stock desk's lists hold after `?`. */
export const receiptsSearch = (
  given: Given,
): { state?: (typeof receiptStates)[number]; warehouse?: string } => ({
  state: among(given, 'state', receiptStates),
  warehouse: word(given, 'warehouse'),
})

export const kindSearch = (given: Given): { kind?: string } => ({ kind: word(given, 'kind') })

import { exampleProfile } from '../../declaration/example.ts'
import { givenLines } from '../example.ts'

/* Examples of calls on bonded lists. */

export const bondedOf = (book: string, qty = '3', direction = 'out') => ({
  book,
  direction,
  kind: '8',
  material: 'I',
  mode: '1210',
  transport: '9',
  port: '4701',
  country: 'CHN',
  lines: [
    {
      recordNo: 1,
      qty,
      legalQty: qty,
      secondQty: qty,
      unitPrice: '20',
      total: String(20 * Number(qty)),
      currency: 'USD',
      destination: 'CHN',
      levy: '3',
    },
  ],
})

/** A declarant and a book with two lines of a hundred. */
export const givenBondedBook = (number: string) => [
  ...givenLines(number),
  { call: 'customs.declarant.set', input: exampleProfile },
]
/** The same with a list that asks for more than there is: a draft. */
export const givenBonded = (number: string) => [
  ...givenBondedBook(number),
  { call: 'customs.bonded.declare', input: bondedOf(number, '101') },
]

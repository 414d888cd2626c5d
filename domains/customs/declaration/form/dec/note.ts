import { type Facts, textOf } from '../facts.ts'
import { book, type Source } from '../form.ts'
import type { Content } from '../kind.ts'
import { sealedWithin } from '../sealed.ts'

/** Before a number of a person in a note: what stands behind it is hidden from whoever may not see it. */
export const NUMBER = '证件号码：'

/**
 * The note of a market-procurement declaration: name, nationality and passport or identity number of each buyer, the
 * number sealed until it is sent. Source: 海关总署公告2014年第54号, 2019年第221号.
 */
export function noteOf(
  need: (element: string, value: string | undefined, source: Source) => string,
  orders: readonly Facts[],
): Content {
  const [{ mode }] = orders as readonly [Facts]
  if (mode !== '1039') return {}
  const buyers = new Set<string>()
  for (const { order, extra, codes } of orders) {
    const country = textOf(extra, 'buyerNationality')
    const name = need('NoteS', order.buyerName, book('buyerName'))
    const nationality = need(
      'NoteS',
      country && (codes.countryName(country) ?? country),
      book('buyerNationality'),
    )
    const number = need('NoteS', order.buyerId, book('buyerId'))
    buyers.add(`${name}，${nationality}，${NUMBER}${number && sealedWithin(number)}`)
  }
  return { NoteS: `采购商：${[...buyers].join('；')}` }
}

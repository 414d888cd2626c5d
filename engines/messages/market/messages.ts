import type { MessageSchema } from '../schema/message.ts'
import { childElements, textOf, type XmlDocument } from '../xml/tree.ts'
import { buyer, comp, maf } from './company.ts'
import { custom } from './customs.ts'
import { comb, pack } from './loading.ts'
import { goods, trad } from './trade.ts'

/** The messages to the market-procurement platform, by their names, in the order in which a sale goes through them. */
export const marketMessages = {
  COMP: comp,
  BUYER: buyer,
  MAF: maf,
  GOODS: goods,
  TRAD: trad,
  COMB: comb,
  PACK: pack,
  CUSTOM: custom,
} as const

/** The schema of a document by what its head says it is; undefined where there is none. */
export function marketMessageOf({ root }: XmlDocument): MessageSchema | undefined {
  if (root.local !== 'SubjectInfo') return undefined
  const head = childElements(root).find(({ local }) => local === 'Head')
  const kind = head && childElements(head).find(({ local }) => local === 'MessageType')
  const name = kind ? textOf(kind) : ''
  return Object.hasOwn(marketMessages, name) ? marketMessages[name as keyof typeof marketMessages] : undefined
}

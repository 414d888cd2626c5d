import type { MessageSchema } from '../schema/message.ts'
import { childElements, type XmlDocument } from '../xml/tree.ts'
import { inv101 } from './message.ts'
import { commonResponeMessage, inv201, inv202, inv211 } from './receipts.ts'

/** The bonded inventory list and its receipts, by their names. */
export const invtMessages = {
  INV101: inv101,
  CommonResponeMessage: commonResponeMessage,
  INV201: inv201,
  INV202: inv202,
  INV211: inv211,
} as const

/**
 * The schema of a document: by its root, and among the receipts, which all have the same, by what their business data
 * hold. Undefined where there is none.
 */
export function invtMessageOf({ root }: XmlDocument): MessageSchema | undefined {
  if (root.local === 'Signature') return inv101
  if (root.local === 'CommonResponeMessage') return commonResponeMessage
  if (root.local !== 'Package') return undefined
  const data = childElements(root).find(({ local }) => local === 'DataInfo')
  const business = data && childElements(data).find(({ local }) => local === 'BussinessData')
  const kind = business && childElements(business)[0]?.local
  return [inv201, inv202, inv211].find(({ name }) => name === kind)
}

import type { Text } from '@tongqu/kernel/text'
import { cebMessages, type MessageSchema } from '@tongqu/messages'
import { type Field, fields } from '../../plan/fields.ts'
import type { Where } from '../form/form.ts'
import { isKind, kindOf } from '../form/kinds.ts'

/* What fields and messages are called, for people. */

const spaced = (name: string) => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
const sentence = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** "订购人电话", "Buyer phone". */
export const titleOf = ({ zh, name }: Pick<Field, 'zh' | 'name'>): { zh: string; en: string } => ({
  zh,
  en: sentence(spaced(name)),
})

const known = new Map(fields.map(field => [field.name, field]))

/** What the declarant's record calls its parts. */
const DECLARANT: Readonly<Record<string, Text>> = {
  dxpId: { zh: '传输编号', en: 'Exchange number' },
  transmitter: { zh: '传输企业', en: 'Transmitting firm' },
  customsOffice: { zh: '申报地海关', en: 'Customs office' },
  agent: { zh: '申报企业', en: 'Declaring firm' },
  seller: { zh: '电商企业', en: 'E-commerce firm' },
  guarantor: { zh: '担保企业', en: 'Guarantor' },
  zone: { zh: '区内企业与账册', en: 'Firm in the zone and its book' },
  payment: { zh: '支付企业', en: 'Payment firm' },
  platforms: { zh: '电商平台', en: 'Platforms' },
  carriers: { zh: '物流企业', en: 'Carriers' },
  producers: { zh: '生产销售单位', en: 'Producers' },
  stalls: { zh: '市场商位', en: 'Stalls of the market' },
  window: { zh: '单一窗口录入人', en: 'Who enters it at the single window' },
  sends: { zh: '自行发送的单证', en: 'Messages sent by itself' },
}

/** The name of something that can be given, by where it is given; its own name where there is none. */
export function titleAt(where: Where | undefined, field: string): { zh: string; en: string } {
  if (where === 'declarant') {
    const title = DECLARANT[field.split('.')[0]!]
    if (title) return { zh: title.zh, en: title.en! }
  }
  const found = where === 'book' || where === 'plan' ? known.get(field) : undefined
  return found ? titleOf(found) : { zh: field, en: field }
}

const schemaNamed = (kind: string): MessageSchema | undefined =>
  isKind(kind) ? kindOf(kind).schema : answers.get(kind)

/** Messages that come in are told by their own names. */
const answers = new Map(Object.entries<MessageSchema>(cebMessages))

/** "进口清单" for CEB621; its own name where no schema says more. */
export function kindTitle(kind: string): { zh: string; en: string } {
  const { zh, en } = schemaNamed(kind)?.title ?? { zh: kind, en: kind }
  return { zh, en }
}

type Group = MessageSchema['content']

/** "运输方式" for `InventoryHead.trafMode` of CEB621; the element's own name where no schema says more. */
export function elementTitle(kind: string, element: string): { zh: string; en: string } {
  const path = element.split(/[./]/).map(name => name.replace(/\[.*$/, ''))
  const found = memberAt(schemaNamed(kind)?.content, path)
  const name = path.at(-1)!
  return found ? { zh: found.zh, en: found.en } : { zh: name, en: name }
}

/** The member that a path ends at; the path may leave out groups above. */
function memberAt(group: Group | undefined, path: readonly string[]): { zh: string; en: string } | undefined {
  if (!group) return undefined
  const [first, ...rest] = path as [string, ...string[]]
  const own = Object.hasOwn(group.members, first) ? group.members[first] : undefined
  if (own && rest.length === 0) return own.meaning
  const within = own && 'members' in own.of ? memberAt(own.of as Group, rest) : undefined
  if (within) return within
  for (const { of } of Object.values(group.members)) {
    const below = 'members' in of ? memberAt(of as Group, path) : undefined
    if (below) return below
  }
  return undefined
}

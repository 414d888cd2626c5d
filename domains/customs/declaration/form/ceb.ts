import {
  businessKeys,
  type CebName,
  cebMessages,
  cebStatusOf,
  keysOf,
  type MessageSchema,
} from '@tongqu/messages'
import type { Role } from '../life/declaration-state.ts'
import type { Facts } from './facts.ts'
import { type Content, joinedKey, type KindEntry, type Made, type ToldReceipt } from './kind.ts'

/* Kinds of the unified cross-border system: many records a message, signed whole, answered by the next number. */

const IMPORTS: ReadonlySet<CebName> = new Set([
  'CEB311',
  'CEB411',
  'CEB511',
  'CEB621',
  'CEB623',
  'CEB625',
  'CEB711',
])

/** A kind of CEB message. @param make makes the record from one order; left out: it is made from a list that is there */
export function cebKind(name: CebName, role: Role, make?: (facts: Facts) => Made): KindEntry {
  const { record, key, answer } = businessKeys[name]
  const [first = ''] = key
  // The part of a record that carries its numbers; '' is the record itself.
  const head = first.includes('.') ? first.slice(0, first.indexOf('.')) : ''
  const schema: MessageSchema = cebMessages[name]
  return {
    schema,
    role,
    receiver: IMPORTS.has(name) ? 'import' : 'export',
    signature: 'enveloped',
    precedence: 'declaration.receipts',
    receipts:
      answer === undefined ? [] : [{ schema: cebMessages[answer], read: value => receiptsIn(answer, value) }],
    meaningOf: status => cebStatusOf(status).text,
    ...(make && { make: ([facts]: readonly Facts[]) => make(facts!) }),
    keyOf: content => joinedKey(keysOf(name, { [record]: [content] })[0] ?? []),
    stamped(content, { guid, appType, appTime }) {
      const declared = name === 'CEB621' ? { declTime: appTime.slice(0, 8) } : {}
      const sent = { guid, appType, appTime, appStatus: '2', ...declared }
      if (head === '') return { ...sent, ...content }
      return { ...content, [head]: { ...sent, ...(content[head] as Content) } }
    },
    messageOf: (guid, records, sender) => ({
      guid,
      version: '1.0',
      [record]: records,
      BaseTransfer: { ...sender, dxpMode: 'DXP' },
      BaseSubscribe: [],
    }),
  }
}

/** A kind of which a message carries one record, by its schema. */
export const oneAMessage = (kind: KindEntry): KindEntry => ({
  ...kind,
  most: 1,
  messageOf(guid, records, sender) {
    const message = kind.messageOf(guid, records, sender)
    return Object.fromEntries(
      Object.entries(message).map(([name, value]) => [name, value === records ? records[0] : value]),
    )
  },
})

/** The number that the customs give a record: of a list, a summary, an entry into the yard. */
const numberOf = ({ invtNo, sumNo, rkdNo }: Readonly<Record<string, string>>) => invtNo || sumNo || rkdNo

function receiptsIn(answer: CebName, value: Content): ToldReceipt[] {
  const keys = keysOf(answer, value)
  const records = Object.values(value).find(Array.isArray) as readonly Readonly<Record<string, string>>[]
  return records.map((record, n) => ({
    key: joinedKey(keys[n]!),
    status: record.returnStatus!,
    time: record.returnTime!,
    ...(record.returnInfo && { info: record.returnInfo }),
    ...(record.preNo && { preNo: record.preNo }),
    ...(numberOf(record) && { listNo: numberOf(record)! }),
  }))
}

import { businessKeys, type CebName, cebMessages, keysOf, type MessageSchema } from '@tongqu/messages'
import type { Role } from '../life/declaration-state.ts'
import { exportList, exportOrder, exportPayment, exportWaybill } from './export.ts'
import type { Facts } from './facts.ts'
import type { Form } from './form.ts'
import { importList, importOrder, importPayment, importWaybill } from './import.ts'

/** A kind of message that this domain makes. */
export type Kind =
  | 'CEB303'
  | 'CEB311'
  | 'CEB403'
  | 'CEB411'
  | 'CEB505'
  | 'CEB511'
  | 'CEB603'
  | 'CEB605'
  | 'CEB621'
  | 'CEB623'
  | 'CEB625'

/** A record as it is kept: its elements but for what sending adds. */
export type Content = Readonly<Record<string, unknown>>

interface Made {
  readonly form: Form
  readonly content: Content
}

/** Kinds that are made from an order of a plan; the others are made from a list that is there. */
const makers: Partial<Readonly<Record<Kind, (facts: Facts) => Made>>> = {
  CEB303: exportOrder,
  CEB311: importOrder,
  CEB403: exportPayment,
  CEB411: importPayment,
  CEB505: exportWaybill,
  CEB511: importWaybill,
  CEB603: exportList,
  CEB621: importList,
}

const roles: Readonly<Record<Kind, Role>> = {
  CEB303: 'support',
  CEB311: 'support',
  CEB403: 'support',
  CEB411: 'support',
  CEB505: 'support',
  CEB511: 'support',
  CEB603: 'list',
  CEB621: 'list',
  CEB605: 'cancel',
  CEB623: 'cancel',
  CEB625: 'return',
}

export const isKind = (name: string): name is Kind => Object.hasOwn(roles, name)
export const roleOf = (kind: Kind): Role => roles[kind]
export const makerOf = (kind: Kind) => makers[kind]
export const schemaOf = (kind: Kind): MessageSchema => cebMessages[kind] as MessageSchema

/** The kind that a receipt answers: CEB622 answers CEB621. */
export const answeredBy: ReadonlyMap<string, Kind> = new Map(
  (Object.keys(roles) as Kind[]).map(kind => [businessKeys[kind].answer!, kind]),
)

/** Separates the values of a key: no text of a message holds it. */
const SEPARATOR = '\u001f'

export const joinedKey = (values: readonly (string | undefined)[]): string =>
  values.map(value => value ?? '').join(SEPARATOR)

/** The business key of a record: the values that its receipts repeat. */
export function keyOf(kind: Kind, content: Content): string {
  const [key = []] = keysOf(kind, { [businessKeys[kind].record]: [content] })
  return joinedKey(key)
}

/** What sending adds to a record. */
export interface Stamp {
  readonly guid: string
  readonly appType: '1' | '2'
  /** yyyyMMddHHmmss, local time in China. */
  readonly appTime: string
}

/** The part of a record that carries its numbers; '' is the record itself. */
export function headOf(kind: Kind): string {
  const [first = ''] = businessKeys[kind].key
  return first.includes('.') ? first.slice(0, first.indexOf('.')) : ''
}

/** A record as it goes out. */
export function stamped(kind: Kind, content: Content, { guid, appType, appTime }: Stamp): Content {
  const declared = kind === 'CEB621' ? { declTime: appTime.slice(0, 8) } : {}
  const sent = { guid, appType, appTime, appStatus: '2', ...declared }
  const head = headOf(kind)
  if (head === '') return { ...sent, ...content }
  return { ...content, [head]: { ...sent, ...(content[head] as Content) } }
}

export interface Sender {
  readonly copCode: string
  readonly copName: string
  readonly dxpId: string
}

/** A message of records of one kind, as its schema has it. */
export function messageOf(kind: Kind, guid: string, records: readonly Content[], sender: Sender): Content {
  return {
    guid,
    version: '1.0',
    [businessKeys[kind].record]: records,
    BaseTransfer: { ...sender, dxpMode: 'DXP' },
    BaseSubscribe: [],
  }
}

/** Name of the root element, as the envelope says it. */
export const messageType = (kind: CebName): string => `${kind}Message`

import type { MessageSchema } from '@tongqu/messages'
import type { Role } from '../life/declaration-state.ts'
import { bondedKind } from './bonded.ts'
import { cebKind, oneAMessage } from './ceb.ts'
import { decKind } from './dec/kind.ts'
import { exportList, exportOrder, exportPayment, exportWaybill } from './export.ts'
import { importList, importOrder, importPayment, importWaybill } from './import.ts'
import type { Content, KindEntry, ReceiptReader } from './kind.ts'

export type { Content } from './kind.ts'

/** Every kind of message that this domain sends: one entry says all of it. */
const entries = {
  CEB303: cebKind('CEB303', 'support', exportOrder),
  CEB311: cebKind('CEB311', 'support', importOrder),
  CEB403: cebKind('CEB403', 'support', exportPayment),
  CEB411: cebKind('CEB411', 'support', importPayment),
  CEB505: cebKind('CEB505', 'support', exportWaybill),
  CEB511: cebKind('CEB511', 'support', importWaybill),
  CEB603: cebKind('CEB603', 'list', exportList),
  CEB621: cebKind('CEB621', 'list', importList),
  CEB605: cebKind('CEB605', 'cancel'),
  CEB623: cebKind('CEB623', 'cancel'),
  CEB625: cebKind('CEB625', 'return'),
  DecMessage: decKind,
  INV101: bondedKind,
  // Made of lists that are there: a part of a monthly summary, and parcels that entered the yard.
  CEB701: cebKind('CEB701', 'list'),
  CEB711: oneAMessage(cebKind('CEB711', 'list')),
} satisfies Readonly<Record<string, KindEntry>>

/** A kind of message that this domain sends. */
export type Kind = keyof typeof entries

export const isKind = (name: string): name is Kind => Object.hasOwn(entries, name)
export const kindOf = (kind: Kind): KindEntry => entries[kind]
export const roleOf = (kind: Kind): Role => entries[kind].role
export const keyOf = (kind: Kind, content: Content): string => entries[kind].keyOf(content)

interface Answer extends ReceiptReader {
  /** The kind that it answers. */
  readonly kind: Kind
}

const answers: ReadonlyMap<string, Answer> = new Map(
  (Object.keys(entries) as Kind[]).flatMap(kind =>
    kindOf(kind).receipts.map(reader => [reader.schema.root, { ...reader, kind }] as const),
  ),
)

/** How a message that answers ours is read, by the name of its root; undefined: it answers nothing of ours. */
export const answerOf = (root: string): Answer | undefined => answers.get(root)

/** The schema of a message that may come in, by the name of its root. */
export const answerSchemaOf = (root: string): MessageSchema | undefined => answers.get(root)?.schema

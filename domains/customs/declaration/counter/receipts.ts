import { closed } from '@tongqu/kernel/command'
import { type AnyFault, cebMessageOf, faultText, openEnvelope } from '@tongqu/messages'
import { type Static, Type } from 'typebox'
import { answerOf, answerSchemaOf } from '../form/kinds.ts'
import { isTelling } from './tellings.ts'

/** One receipt as the counter wrote it, named by the record that it answers. */
export const Receipt = closed({
  /** Kind of the record that is answered: `CEB621`. */
  kind: Type.String({ maxLength: 20 }),
  key: Type.String({ maxLength: 400 }),
  /** The key is the number that the single window gave the record. */
  by: Type.Optional(Type.Literal('windowNo')),
  status: Type.String({ maxLength: 10 }),
  /** yyyyMMddHHmmssSSS, the counter's. */
  time: Type.String({ maxLength: 17 }),
  info: Type.Optional(Type.String({ maxLength: 1000 })),
  preNo: Type.Optional(Type.String({ maxLength: 18 })),
  listNo: Type.Optional(Type.String({ maxLength: 18 })),
  /** Number that later receipts name the record by. */
  windowNo: Type.Optional(Type.String({ maxLength: 18 })),
})
export type Receipt = Static<typeof Receipt>

/** What an envelope that came in says; `fault`: it cannot be read. */
export type ReadEnvelope =
  | {
      readonly kind: string
      readonly name: string
      readonly addressees: readonly string[]
      /** The message within the envelope, as it was signed. */
      readonly message: Uint8Array
      readonly receipts: readonly Receipt[]
      /** What the customs tell of themselves, as the message has it. */
      readonly told?: Value
    }
  | { readonly fault: { readonly code: string; readonly text: { readonly zh: string; readonly en: string } } }

/** Reads an envelope that may be hostile. */
export function readEnvelope(bytes: Uint8Array, day: string): ReadEnvelope {
  const opened = openEnvelope(bytes, { day }, root => answerSchemaOf(root) ?? cebMessageOf(root))
  if ('faults' in opened) return { fault: faultOf(opened.faults) }
  const { envelope, message, bytes: within } = opened
  if ('faults' in message) return { fault: faultOf(message.faults) }
  const { name: kind, root } = message.schema
  const { CopMsgId: name, ReceiverIds, CreatTime } = envelope.TransInfo
  const value = message.value as Value
  const answer = answerOf(root)
  const sent = { kind, name, addressees: ReceiverIds.ReceiverId, message: within }
  if (isTelling(kind)) return { ...sent, receipts: [], told: value }
  const receipts = answer
    ? answer.read(value, stampOf(CreatTime)).map(receipt => ({ kind: answer.kind, ...receipt }))
    : formatReceipts(kind, value)
  if (!receipts)
    return {
      fault: {
        code: 'receipt.not_taken_here',
        text: { zh: `尚不处理 ${kind} 报文`, en: `${kind} is not taken in here yet` },
      },
    }
  return { ...sent, receipts }
}

const faultOf = ([first]: readonly AnyFault[]) => ({ code: first!.code, text: faultText(first!) })

type Value = Readonly<Record<string, unknown>>

/** `2026-11-23T09:30:00` as the counter's stamps are written: yyyyMMddHHmmssSSS. */
const stampOf = (time: string): string => time.replace(/\D/g, '').slice(0, 17).padEnd(17, '0')

/** Key of a receipt for a whole message of ours: the number we sent it under. */
export const MESSAGE_KEY = 'message'

/** CEB900: the counter could not read a message of ours; all its records are answered by it. */
function formatReceipts(kind: string, value: Value): Receipt[] | undefined {
  if (kind !== 'CEB900') return undefined
  const said = value.MessageReturn as Readonly<Record<string, string>>
  return [
    {
      kind: MESSAGE_KEY,
      key: said.oriCopMsgId ?? '',
      status: said.returnStatus!,
      time: said.returnTime!,
      ...(said.returnInfo && { info: said.returnInfo.slice(0, 1000) }),
    },
  ]
}

import { Buffer } from 'node:buffer'
import { cebMessageOf } from '../ceb/messages.ts'
import { invtMessageOf } from '../invt/messages.ts'
import { type ParsedAny, parseAny } from '../schema/any.ts'
import { type AnyFault, type Built, buildMessage, parseMessage } from '../schema/codec.ts'
import type { MessageSchema, MessageValue } from '../schema/message.ts'
import type { MessageOptions } from '../schema/options.ts'
import { dxpMsg } from './schema.ts'

export type DxpMsg = MessageValue<typeof dxpMsg>

/** What stands on the envelope beside the message within. */
export interface Address {
  /** Sender’s number of the message, up to 255 characters. */
  readonly copMsgId: string
  readonly senderId: string
  /** One to five. */
  readonly receiverIds: readonly string[]
  /** `yyyy-MM-ddTHH:mm:ss`, local time in China. */
  readonly created: string
  /** `CEB621Message`. */
  readonly msgType: string
  readonly fileName?: string
  readonly icCard?: string
}

/** Puts a message into its envelope. The message is carried as it is, byte for byte. */
export function wrap(address: Address, message: string | Uint8Array, options: MessageOptions): Built {
  const { fileName, icCard } = address
  const isBeside = fileName !== undefined || icCard !== undefined
  const value: DxpMsg = {
    ver: '1.0',
    TransInfo: {
      CopMsgId: address.copMsgId,
      SenderId: address.senderId,
      ReceiverIds: { ReceiverId: address.receiverIds },
      CreatTime: address.created,
      MsgType: address.msgType,
    },
    Data: bytesOf(message).toString('base64'),
    ...(isBeside && { AddInfo: { FileName: fileName, IcCard: icCard } }),
  }
  return buildMessage(dxpMsg, value, options)
}

/** An envelope that was opened: what stands on it, the bytes within, and what they say. */
export type Opened =
  | { readonly envelope: DxpMsg; readonly bytes: Uint8Array; readonly message: ParsedAny }
  | { readonly faults: readonly AnyFault[] }

/**
 * Opens an envelope that may be hostile. `faults` are those of the envelope; those of the message within stand in
 * `message`, with paths and places of its own. A message of another kind than the envelope says is one of them.
 *
 * @param schemaOf the schema for the root element of the message within; the cross-border messages if left out
 */
export function open(
  source: Uint8Array | string,
  options: MessageOptions,
  schemaOf: (root: string) => MessageSchema | undefined = cebMessageOf,
): Opened {
  const limits = { ...roomForData, ...options.limits }
  const parsed = parseMessage(dxpMsg, source, { ...options, limits })
  if ('faults' in parsed) return { faults: parsed.faults }
  const envelope = parsed.value
  const bytes = Buffer.from(envelope.Data, 'base64')
  const message = parseAny(schemaOf, bytes, options)
  return { envelope, bytes, message: compared(message, envelope.TransInfo.MsgType) }
}

/** The data of an envelope is one text, and as large as a message with its third for base64. */
const roomForData = { bytes: 24 * 1024 * 1024, text: 22 * 1024 * 1024 }

/** A message is called by its root; a receipt of bonded lists, whose root says nothing, also by what it holds. */
function compared(message: ParsedAny, said: string): ParsedAny {
  const found = message.document?.root.local
  if (found === undefined || found === said || 'faults' in message) return message
  if (invtMessageOf(message.document)?.name === said) return message
  const params = { found, expected: said }
  return { ...message, faults: [{ code: 'message.kind_differs', params, path: found }] }
}

const bytesOf = (message: string | Uint8Array): Buffer =>
  typeof message === 'string' ? Buffer.from(message, 'utf8') : Buffer.from(message)

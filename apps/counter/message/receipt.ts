import { digitsOf } from '../time.ts'
import { leaves } from '../xml/write.ts'
import { cebUri } from './check.ts'
import { declaration } from './envelope.ts'
import type { Kind, Values } from './kind.ts'

/** What a receipt says of a record. */
export interface Said {
  readonly guid: string
  readonly status: string
  readonly at: number
  /** As `infoOf` makes it. */
  readonly info: string
}

/** A receipt in the form of the unified messages: the record's keys, returnStatus, returnTime, returnInfo. */
export function receiptOf({ receipt }: Kind, values: Values, { guid, status, at, info }: Said): string {
  const keys: Record<string, string | undefined> = { guid }
  for (const name of receipt.keys) keys[name] = values[name]
  const body = leaves({
    ...keys,
    returnStatus: status,
    returnTime: digitsOf(at, 17),
    returnInfo: info.slice(0, 1000),
  })
  return `<${receipt.element}>${body}</${receipt.element}>`
}

/** A message of receipts: `CEB622Message` with one or more. */
export function receiptMessage(type: string, guid: string, receipts: string): string {
  return `${declaration}<${type} xmlns="${cebUri}" guid="${guid}" version="1.0">${receipts}</${type}>\n`
}

/** What a message that is not in form is answered with (CEB900): its number, its kind, every fault. */
export function formReceiptOf(id: string, type: string, { guid, status, at, info }: Said): string {
  const body = leaves({
    guid,
    returnStatus: status,
    returnInfo: info.slice(0, 5000),
    returnTime: digitsOf(at, 17),
    oriCopMsgId: id,
    oriMessageType: type.slice(0, 15),
  })
  return `<MessageReturn>${body}</MessageReturn>`
}

/** `[Code:2600;Desc:放行]`; a bracket or semicolon inside would end it early. */
export function infoOf(code: string, text: string): string {
  return `[Code:${code};Desc:${text.replace(/[[\];]/g, ' ')}]`
}

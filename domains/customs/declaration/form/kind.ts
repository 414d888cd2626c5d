import type { Text } from '@tongqu/kernel/text'
import type { MessageSchema } from '@tongqu/messages'
import type { Edocs } from '../../document/edocs.ts'
import type { Role } from '../life/declaration-state.ts'
import type { Facts } from './facts.ts'
import type { Form } from './form.ts'

/** A record as it is kept: its elements but for what sending adds. */
export type Content = Readonly<Record<string, unknown>>

export interface Made {
  readonly form: Form
  readonly content: Content
}

/** What sending adds to a record. */
export interface Stamp {
  readonly guid: string
  readonly appType: '1' | '2'
  /** yyyyMMddHHmmss, local time in China. */
  readonly appTime: string
}

export interface Sender {
  readonly copCode: string
  readonly copName: string
  readonly dxpId: string
}

/** One receipt as a kind's messages tell it. */
export interface ToldReceipt {
  /** The record's key; with `by` the number that the counter knows it by. */
  readonly key: string
  readonly by?: 'windowNo'
  readonly status: string
  /** yyyyMMddHHmmssSSS, the counter's. */
  readonly time: string
  readonly info?: string
  readonly preNo?: string
  readonly listNo?: string
  /** Number that later receipts name the record by. */
  readonly windowNo?: string
}

/** A message that answers records of a kind. */
export interface ReceiptReader {
  readonly schema: MessageSchema
  /**
   * The receipts in a message that its schema has judged.
   * @param created when the envelope was made, yyyyMMddHHmmssSSS: the time of receipts that carry none
   */
  read(value: Content, created: string): readonly ToldReceipt[]
}

/** A signature that is a value within the message: base64, over the message without it. */
export interface Within {
  put(message: Content, value: string): Content
}

/** Everything that this domain knows of one kind of message: who adds a kind adds an entry to `kinds.ts`. */
export interface KindEntry {
  readonly schema: MessageSchema
  readonly role: Role
  /** Which of the counter's numbers takes it (`declaration.receivers`). */
  readonly receiver: string
  /** Records of one message; undefined: as many as the day allows (`declaration.records_per_message`). */
  readonly most?: number
  /** How it is signed: by a signature around the whole message, by a value within it, or not here. */
  readonly signature: 'enveloped' | 'none' | Within
  /** Id of the table that says what its receipts do (`declaration.receipts`). */
  readonly precedence: string
  readonly receipts: readonly ReceiptReader[]
  /** What a status of its receipts means, in words; where no source says it, that nobody knows. */
  meaningOf(status: string): Text
  /** Makes the record from the orders that it is about; undefined: it is made from something else than orders. */
  readonly make?: (orders: readonly Facts[]) => Made
  /** The business key: the values that its receipts repeat, joined. */
  keyOf(content: Content): string
  /** The record with what it says of the papers attached to its declaration; undefined: it says nothing of them. */
  readonly withPapers?: (content: Content, papers: Edocs) => Content
  /** A record as it goes out. */
  stamped(content: Content, stamp: Stamp): Content
  /** A message of records, as its schema has it. */
  messageOf(guid: string, records: readonly Content[], sender: Sender): Content
}

/** The window's own answer to a message, the same for every kind that goes through it. */
export const windowAnswers: Readonly<Record<string, Text>> = {
  import: { zh: '单一窗口导入成功', en: 'Taken in by the single window' },
  refused: { zh: '单一窗口导入失败', en: 'Refused by the single window' },
}

/** Separates the values of a key: no text of a message holds it. */
const SEPARATOR = '\u001f'

export const joinedKey = (values: readonly (string | undefined)[]): string =>
  values.map(value => value ?? '').join(SEPARATOR)

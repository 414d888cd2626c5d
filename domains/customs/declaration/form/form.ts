import type { Text } from '@tongqu/kernel/text'

/** Where something that a declaration needs can be given. */
export type Where =
  /** A column of the order book, or the same field given for one order. */
  | 'book'
  /** The declarant's own record. */
  | 'declarant'
  /** A code table or tariff to be loaded. */
  | 'table'
  /** The plan's own values: another plan is needed. */
  | 'plan'

/** Something that a message needs and nobody has given. It is never filled in. */
export interface Missing {
  /** `CEB621`. */
  readonly message: string
  /** Element in the message: `InventoryHead.trafMode`. */
  readonly element: string
  /** The order that it is about, where the declaration is about several. */
  readonly order?: string
  /** Number of the line, from 1. */
  readonly line?: number
  readonly where: Where
  /** Field of the book, of the declarant's record, or name of the table. */
  readonly field: string
}

export type Source = Pick<Missing, 'where' | 'field'>

export const book = (field: string): Source => ({ where: 'book', field })
export const declarant = (field: string): Source => ({ where: 'declarant', field })
export const table = (field: string): Source => ({ where: 'table', field })

/** Gathers the values of one record, and what of them is missing. */
export class Form {
  readonly message: string
  readonly missing: Missing[] = []
  #line: number | undefined
  #order: string | undefined

  constructor(message: string) {
    this.message = message
  }

  /** Elements that follow belong to this line, from 1; undefined: to the head. */
  at(line: number | undefined, order?: string): this {
    this.#line = line
    this.#order = order
    return this
  }

  /** The value; an empty text, and an entry of what is missing, where there is none. */
  need(element: string, value: string | undefined, source: Source): string {
    if (value !== undefined && value !== '') return value
    const line = this.#line === undefined ? {} : { line: this.#line }
    const order = this.#order === undefined ? {} : { order: this.#order }
    this.missing.push({ message: this.message, element, ...order, ...line, ...source })
    return ''
  }
}

const WHERE: Readonly<Record<Where, Text>> = {
  book: {
    zh: '订单文件的“{field}”列，或为该单补填',
    en: 'column “{field}” of the order book, or give it for the order',
  },
  declarant: { zh: '申报主体资料的 {field}', en: '{field} of the declarant’s record' },
  table: { zh: '装入代码表或税则：{field}', en: 'load the table {field}' },
  plan: { zh: '须重新规划：{field}', en: 'needs another plan: {field}' },
}

/** Where to give what is missing, for a person. */
export function whereToGive({ where, field }: Source): { zh: string; en: string } {
  const { zh, en = '' } = WHERE[where]
  return { zh: zh.replace('{field}', field), en: en.replace('{field}', field) }
}

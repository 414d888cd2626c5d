import type { Order } from '@tongqu/tariff'
import type { Text } from '../fields.ts'
import type { Params } from './faults.ts'

/** Where in a book something stands: sheet, row and column of a table, or the pointer into JSON (RFC 6901). */
export interface BookPlace {
  readonly sheet?: string
  /** 1-based, as a spreadsheet shows it. */
  readonly row?: number
  /** Name of the field; of an unknown column, its header as written. */
  readonly column?: string
  /** Letters of the column. */
  readonly letter?: string
  readonly pointer?: string
}

/** What is wrong, where, and what to do about it, in both languages. `code` never changes. */
export interface BookRefusal extends BookPlace {
  readonly orderNo?: string
  /** "input.*" a cell, "order.*" an order, "book.*" a sheet or the book, "sheet.*" the file. */
  readonly code: string
  readonly params: Params
  readonly text: Text
}

/** Fields of the declaration that the plan does not use, by name. */
export type Extra = Readonly<Record<string, string | boolean>>

/** Where a line stands, and its fields beyond the plan. */
export interface LinePlace {
  readonly sheet?: string
  readonly row?: number
  readonly pointer?: string
  readonly extra: Extra
}

export interface BookTotals {
  /** Orders that were delivered. */
  readonly orders: number
  /** Orders that were refused (each may have several refusals). */
  readonly refusedOrders: number
  readonly lines: number
  readonly warnings: number
  /** Whether all of the file was read. */
  readonly complete: boolean
}

/** `rows[n]` is the place of `order.lines[n]`. */
export interface OrderItem {
  readonly kind: 'order'
  readonly order: Order
  readonly extra: Extra
  readonly rows: readonly LinePlace[]
}

/** Orders in the order of the book, each fault and warning where it is found, the totals last. */
export type BookItem =
  | OrderItem
  | { readonly kind: 'refused'; readonly refused: BookRefusal }
  | { readonly kind: 'warning'; readonly warning: BookRefusal }
  | { readonly kind: 'done'; readonly totals: BookTotals }

import type { Language } from '@tongqu/kernel/text'
import type { OrderJson, ShipmentJson } from '@tongqu/tariff'
import type { BookRefusal } from './book/index.ts'

/**
 * A plan as JSON, in the shape of docs/order-book.md: amounts are strings in CNY with two decimals, texts are in
 * the language that was asked for, codes never change.
 */
export interface PlanJson {
  readonly date: string
  readonly ruleset: { readonly id: string; readonly asAt: string; readonly digest: string }
  /** CNY per unit of a currency. */
  readonly fx: Readonly<Record<string, string>>
  readonly orders: readonly OrderJson[]
  readonly shipments: readonly ShipmentJson[]
  readonly warnings: readonly PlanRemarkJson[]
  readonly refused: readonly PlanRemarkJson[]
  readonly totals: {
    readonly orders: number
    readonly planned: number
    readonly refused: number
    readonly taxes: string
    readonly refund: string
  }
}

/** A warning or refusal, with its place where it has one. */
export interface PlanRemarkJson {
  readonly code: string
  readonly text: string
  readonly orderNo?: string
  readonly sheet?: string
  readonly row?: number
  readonly column?: string
  /** Place in a book that is JSON (RFC 6901). */
  readonly pointer?: string
}

/** A refusal or warning of a book, in one language. */
export function remarkJson(refusal: BookRefusal, language: Language): PlanRemarkJson {
  const { orderNo, sheet, row, column, pointer, code, text } = refusal
  return {
    ...(orderNo !== undefined && { orderNo }),
    ...(sheet !== undefined && { sheet }),
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    ...(pointer !== undefined && { pointer }),
    code,
    text: text[language],
  }
}

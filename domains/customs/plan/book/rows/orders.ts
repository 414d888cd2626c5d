import type { Fault } from '../faults.ts'
import { fieldOfHeader } from '../headers.ts'
import type { BookItem, BookPlace, BookTotals, OrderItem } from '../item.ts'
import type { BookLimits } from '../limits.ts'
import { placeInWords, refusalAt } from '../refusal.ts'
import type { BookTables } from '../tables.ts'
import { assemble, type Located } from './assemble.ts'
import type { RawRow } from './row.ts'

const orderNoField = fieldOfHeader('orderNo')!
/** Unknown codes that are warned of one by one. */
const MAX_CODE_WARNINGS = 1000

/** The order number as the rows of one order share it; empty where the row names none. */
export const orderNoOf = (row: RawRow): string =>
  (row.cells[orderNoField.at]?.text ?? '').trim().replace(/\s+/g, ' ')

interface Block {
  readonly orderNo: string
  readonly rows: RawRow[]
  /** Where the same number was used before. */
  readonly before: BookPlace | undefined
  tooMany: boolean
}

/**
 * Gathers rows into orders. A block begins with a row that names another order than the one before it and ends
 * where the next one begins, or where its sheet ends: then its order is delivered or refused, and forgotten but
 * for its number. A number that comes again in a later block is refused there; the first stays.
 */
export class Orders {
  readonly #tables: BookTables
  readonly #limits: BookLimits
  readonly #onBlock: ((rows: readonly RawRow[]) => void) | undefined
  readonly #seen = new Map<string, BookPlace>()
  readonly #codes = new Set<string>()
  #block: Block | undefined
  #orders = 0
  #refused = 0
  #lines = 0
  #warnings = 0
  /** No more rows are wanted: a bound of the whole book is reached. */
  full = false

  /** @param onBlock is handed the rows of each order as they stand, before it is judged */
  constructor(tables: BookTables, limits: BookLimits, onBlock?: (rows: readonly RawRow[]) => void) {
    this.#tables = tables
    this.#limits = limits
    this.#onBlock = onBlock
  }

  *add(row: RawRow): Generator<BookItem> {
    const orderNo = orderNoOf(row)
    const block = this.#block
    if (block && (orderNo === '' || orderNo === block.orderNo)) {
      if (block.before) return
      if (block.rows.length < this.#limits.maxLinesPerOrder) block.rows.push(row)
      else block.tooMany = true
      return
    }
    yield* this.end()
    if (orderNo !== '' && this.#seen.size >= this.#limits.maxOrders) {
      this.full = true
      yield this.refuse(
        { code: 'book.too_many_orders', params: { limit: this.#limits.maxOrders } },
        row.place,
      )
      return
    }
    const before = orderNo === '' ? undefined : this.#seen.get(orderNo)
    if (orderNo !== '' && !before) this.#seen.set(orderNo, row.place)
    this.#block = { orderNo, rows: [row], before, tooMany: false }
  }

  /** Ends the order that is being gathered. */
  *end(): Generator<BookItem> {
    const block = this.#block
    this.#block = undefined
    if (!block) return
    this.#onBlock?.(block.rows)
    const place = block.rows[0]?.place ?? {}
    if (block.before) {
      const { zh: firstPlaceZh, en: firstPlace } = placeInWords(block.before)
      const params = { orderNo: block.orderNo, firstPlace, firstPlaceZh }
      yield* this.#refuse(block, [{ fault: { code: 'order.duplicate', params }, place }])
    } else if (block.tooMany) {
      const params = { limit: this.#limits.maxLinesPerOrder }
      yield* this.#refuse(block, [{ fault: { code: 'order.too_many_lines', params }, place }])
    } else {
      const made = assemble(block.rows, this.#tables)
      if (made.kind === 'order') yield* this.#deliver(made)
      else yield* this.#refuse(block, made.faults)
    }
  }

  /** Drops the order that is being gathered: the file broke off and nobody knows whether it is whole. */
  *cutOff(): Generator<BookItem> {
    const block = this.#block
    this.#block = undefined
    const row = block?.rows[0]
    if (block && row)
      yield* this.#refuse(block, [{ fault: { code: 'order.cut_off', params: {} }, place: row.place }])
  }

  refuse(fault: Fault, place: BookPlace): BookItem {
    return { kind: 'refused', refused: refusalAt(fault, place) }
  }

  warn(fault: Fault, place: BookPlace, orderNo?: string): BookItem {
    this.#warnings++
    return { kind: 'warning', warning: refusalAt(fault, place, orderNo) }
  }

  totals(complete: boolean): BookTotals {
    return {
      orders: this.#orders,
      refusedOrders: this.#refused,
      lines: this.#lines,
      warnings: this.#warnings,
      complete,
    }
  }

  *#deliver(item: OrderItem): Generator<BookItem> {
    this.#orders++
    this.#lines += item.order.lines.length
    for (const [at, line] of item.order.lines.entries()) yield* this.#checkCode(line.hsCode, item, at)
    yield item
  }

  *#checkCode(code: string, item: OrderItem, at: number): Generator<BookItem> {
    const { hs } = this.#tables
    if (!hs || code.length !== 10 || this.#codes.has(code) || hs(code)) return
    if (this.#codes.size >= MAX_CODE_WARNINGS) return
    this.#codes.add(code)
    const { extra: _, ...row } = item.rows[at]!
    const place = row.pointer === undefined ? row : { pointer: `${row.pointer}/hsCode` }
    yield this.warn(
      { code: 'input.hs_not_in_table', params: { found: code } },
      { ...place, column: 'hsCode' },
      item.order.orderNo,
    )
  }

  *#refuse(block: Block, faults: readonly Located[]): Generator<BookItem> {
    this.#refused++
    const orderNo = block.orderNo === '' ? undefined : block.orderNo
    const listed = faults.slice(0, this.#limits.maxFaultsPerOrder)
    for (const { fault, place } of listed)
      yield { kind: 'refused', refused: refusalAt(fault, place, orderNo) }
    const count = faults.length - listed.length
    const place = block.rows[0]?.place ?? {}
    if (count > 0)
      yield {
        kind: 'refused',
        refused: refusalAt({ code: 'order.more_faults', params: { count } }, place, orderNo),
      }
  }
}

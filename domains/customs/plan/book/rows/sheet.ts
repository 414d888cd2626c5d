import type { Cell, Row } from '@tongqu/sheet'
import { fields } from '../../fields.ts'
import type { BookItem } from '../item.ts'
import { type Columns, isHeader, readColumns } from './columns.ts'
import type { Orders } from './orders.ts'

/** Rows in which a header may stand: a title or a note may come before it. */
const HEADER_ROWS = 10

/**
 * Reads the rows of one sheet. It looks for the header first; a sheet whose header lacks a needed column, or
 * names a field twice, is refused and its rows are passed over; else its rows become orders.
 */
export class SheetRows {
  readonly #name: string
  readonly #orders: Orders
  #columns: Columns | undefined
  #refused = false
  #before = 0
  #rows = 0
  readonly #headless = new Set<number>()

  constructor(name: string, orders: Orders) {
    this.#name = name
    this.#orders = orders
  }

  /** Whether the sheet turned out to be one of orders, readable or not. */
  get recognised(): boolean {
    return this.#columns !== undefined
  }

  *add(row: Row): Generator<BookItem> {
    if (!this.#columns) {
      yield* this.#look(row)
      return
    }
    if (this.#refused) return
    const cells: (Cell | undefined)[] = new Array(fields.length)
    let filled = false
    for (const cell of row.cells) {
      const field = this.#columns.fields[cell.index]
      if (field) {
        cells[field.at] = cell
        filled ||= cell.kind === 'formula' || cell.text.trim() !== ''
      } else if (!this.#columns.unknown.has(cell.index)) yield* this.#withoutHeader(row, cell)
    }
    if (!filled) return
    this.#rows++
    const place = { sheet: this.#name, row: row.number }
    yield* this.#orders.add({ place, cells, names: this.#columns.letters })
  }

  *end(): Generator<BookItem> {
    yield* this.#orders.end()
    const place = { sheet: this.#name }
    const params = {}
    if (this.#columns) {
      if (!this.#refused && this.#rows === 0) yield this.#orders.warn({ code: 'book.no_rows', params }, place)
    } else if (this.#before === 0) yield this.#orders.warn({ code: 'book.sheet_empty', params }, place)
    else yield this.#orders.warn({ code: 'book.sheet_without_header', params: { rows: HEADER_ROWS } }, place)
  }

  *#look(row: Row): Generator<BookItem> {
    this.#before++
    if (this.#before > HEADER_ROWS || !isHeader(row)) return
    const columns = readColumns(row, this.#name)
    this.#columns = columns
    this.#refused = columns.refusals.length > 0
    for (const { fault, place } of columns.warnings) yield this.#orders.warn(fault, place)
    for (const { fault, place } of columns.refusals) yield this.#orders.refuse(fault, place)
  }

  *#withoutHeader(row: Row, cell: Cell): Generator<BookItem> {
    if (this.#headless.has(cell.index)) return
    this.#headless.add(cell.index)
    const place = { sheet: this.#name, row: row.number, letter: cell.column }
    yield this.#orders.warn({ code: 'book.column_without_header', params: {} }, place)
  }
}

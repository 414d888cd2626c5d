import { readSheets, type SheetEvent, type SheetSource } from '@tongqu/sheet'
import type { BookItem } from './item.ts'
import { type BookLimits, defaultBookLimits } from './limits.ts'
import { refusalOfFile } from './refusal.ts'
import { JsonBook } from './rows/json.ts'
import { Orders } from './rows/orders.ts'
import type { RawRow } from './rows/row.ts'
import { SheetRows } from './rows/sheet.ts'
import type { BookTables } from './tables.ts'
import { sheetNames } from './write/names.ts'

export interface BookOptions {
  readonly kind: 'xlsx' | 'csv' | 'json'
  readonly tables: BookTables
  readonly limits?: Partial<BookLimits>
  /** Name of a CSV in messages; default "CSV". */
  readonly name?: string
  /** Is handed the rows of each order as they stand, before it is judged. */
  readonly onBlock?: (rows: readonly RawRow[]) => void
}

/** Sheets of the template that are there to be read by people. */
const notOrders = new Set<string>([...Object.values(sheetNames.example), ...Object.values(sheetNames.help)])

async function* readTable(
  events: AsyncIterable<SheetEvent>,
  orders: Orders,
): AsyncGenerator<BookItem, 'complete' | 'broken' | 'no orders'> {
  let sheet: SheetRows | undefined
  let recognised = false
  for await (const event of events) {
    if (event.kind === 'refused') {
      yield* orders.cutOff()
      yield { kind: 'refused', refused: refusalOfFile(event.refusal) }
      return 'broken'
    }
    if (event.kind === 'sheet') {
      if (sheet) yield* sheet.end()
      recognised ||= sheet?.recognised ?? false
      const skipped = event.sheet.hidden || notOrders.has(event.sheet.name)
      sheet = skipped ? undefined : new SheetRows(event.sheet.name, orders)
    } else if (sheet) {
      for (const row of event.rows) yield* sheet.add(row)
      if (orders.full) return 'broken'
    }
  }
  if (sheet) yield* sheet.end()
  return recognised || sheet?.recognised ? 'complete' : 'no orders'
}

/**
 * Reads an order book (.xlsx, .csv, .json) order by order: an order is delivered when its block of rows ends, and
 * each is judged alone, so that a faulty one takes nothing from the others. Memory holds one order, the numbers of
 * the orders before it, and what the sheet reader holds; JSON is held as a whole within its bound.
 * Nothing is thrown for anything that stands in the file.
 */
export async function* readBook(
  source: SheetSource,
  options: BookOptions,
): AsyncGenerator<BookItem, void, undefined> {
  const limits = { ...defaultBookLimits, ...options.limits }
  const orders = new Orders(options.tables, limits, options.onBlock)
  let state: 'complete' | 'broken' | 'no orders' = 'complete'
  if (options.kind === 'json') {
    if (!(yield* new JsonBook(orders).read(source, limits.maxJsonBytes))) state = 'broken'
  } else {
    const { kind: format, name } = options
    const events = readSheets(source, { format, limits: limits.sheet, ...(name !== undefined && { name }) })
    state = yield* readTable(events, orders)
  }
  const totals = orders.totals(state === 'complete' && !orders.full)
  if (state !== 'broken' && totals.orders === 0 && totals.refusedOrders === 0)
    yield orders.refuse({ code: 'book.no_orders', params: {} }, {})
  yield { kind: 'done', totals }
}

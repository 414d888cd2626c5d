import type { Order, OrderLine } from '@tongqu/tariff'
import { type Field, fieldsOfLevel } from '../../fields.ts'
import type { Fault, Params } from '../faults.ts'
import type { BookPlace, LinePlace, OrderItem } from '../item.ts'
import { placeInWords } from '../refusal.ts'
import type { BookTables } from '../tables.ts'
import { type Raw, readValue } from '../values/index.ts'
import { placeOf, type RawRow } from './row.ts'

export interface Located {
  readonly fault: Fault
  readonly place: BookPlace
}

export type Assembled = OrderItem | { readonly kind: 'faulty'; readonly faults: readonly Located[] }

type Values = Record<string, string | boolean>

interface First {
  readonly value: string | boolean
  readonly row: RawRow
}

/** Different values of one field that are remembered while an order is read: an order should have one. */
const MAX_HEARD = 8

const orderFields = fieldsOfLevel('order')
const lineFields = fieldsOfLevel('line')

/** Whether a row says anything of a line: the first row of an order may hold the order's own fields alone. */
export function hasLine(row: RawRow): boolean {
  return lineFields.some(field => (row.cells[field.at]?.text.trim() ?? '') !== '')
}

/** Reads the fields that the whole order shares; rows may repeat them or leave them empty, not change them. */
class OrderReader {
  readonly values: Values = {}
  readonly extra: Values = {}
  readonly faults: Located[] = []
  /** Sellers that later rows name in the order's own column: they are those lines' sellers. */
  readonly sellers = new Map<RawRow, string>()
  readonly #rows: readonly RawRow[]
  readonly #tables: BookTables

  constructor(rows: readonly RawRow[], tables: BookTables) {
    this.#rows = rows
    this.#tables = tables
    for (const field of orderFields) this.#read(field)
  }

  #read(field: Field): void {
    let first: First | undefined
    let faulty = false
    const heard: Raw[] = []
    for (const row of this.#rows) {
      const raw = row.cells[field.at]
      if (!raw) continue
      // Rows mostly repeat what the first one says: that is read once, and a fault is told once.
      const repeated = heard.some(({ kind, text }) => kind === raw.kind && text === raw.text)
      if (repeated && field.name !== 'sellerId') continue
      const read = readValue(raw, field, this.#tables)
      if (!read) continue
      if (!repeated && heard.length < MAX_HEARD) heard.push(raw)
      if ('fault' in read) {
        faulty = true
        if (!repeated) this.faults.push({ fault: read.fault, place: placeOf(row, field) })
      } else if (field.name === 'sellerId') {
        first ??= { value: read.value, row }
        this.sellers.set(row, String(read.value))
      } else if (!first) first = { value: read.value, row }
      else if (read.value !== first.value)
        this.faults.push(this.#contradiction(field, row, first, read.value))
    }
    if (first) (field.beyondPlan ? this.extra : this.values)[field.name] = first.value
    else if (field.needed && !faulty) this.#missing(field)
  }

  #missing(field: Field): void {
    const row = this.#rows[0]
    if (row) this.faults.push({ fault: missing(field), place: placeOf(row, field) })
  }

  #contradiction(field: Field, row: RawRow, first: First, found: string | boolean): Located {
    const code = field.name === 'currency' ? 'order.mixed_currencies' : 'order.contradiction'
    const firstPlace = placeInWords(first.row.place)
    const params: Params = {
      first: String(first.value),
      firstPlace: firstPlace.en,
      firstPlaceZh: firstPlace.zh,
      found: String(found),
    }
    return { fault: { code, params }, place: placeOf(row, field) }
  }
}

const missing = (field: Field): Fault => ({ code: 'input.missing', params: { example: field.example } })

function readLine(row: RawRow, tables: BookTables, faults: Located[]) {
  const values: Values = {}
  const extra: Values = {}
  for (const field of lineFields) {
    const raw = row.cells[field.at]
    const read = raw && readValue(raw, field, tables)
    if (!read) {
      if (field.needed) faults.push({ fault: missing(field), place: placeOf(row, field) })
    } else if ('fault' in read) faults.push({ fault: read.fault, place: placeOf(row, field) })
    else (field.beyondPlan ? extra : values)[field.name] = read.value
  }
  return { values, extra }
}

/** Makes an order of its rows, or says everything that is wrong with it. */
export function assemble(rows: readonly RawRow[], tables: BookTables): Assembled {
  const order = new OrderReader(rows, tables)
  const faults = order.faults
  const lines: Values[] = []
  const places: LinePlace[] = []
  for (const [at, row] of rows.entries()) {
    if (at === 0 && !hasLine(row)) continue
    const { values, extra } = readLine(row, tables, faults)
    const seller = order.sellers.get(row)
    if (seller !== undefined && values.sellerId === undefined && seller !== order.values.sellerId)
      values.sellerId = seller
    lines.push(values)
    places.push({ ...row.place, extra })
  }
  const first = rows[0]
  if (lines.length === 0 && first)
    faults.push({ fault: { code: 'order.no_lines', params: {} }, place: first.place })
  if (faults.length > 0) return { kind: 'faulty', faults }
  // The table of fields has every property of the two types; each value was read by its field's kind.
  const made = { ...order.values, lines: lines as unknown as readonly OrderLine[] } as unknown as Order
  return { kind: 'order', order: made, extra: order.extra, rows: places }
}

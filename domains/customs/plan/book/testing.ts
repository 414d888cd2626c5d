import type { SheetSource } from '@tongqu/sheet'
import type { BookItem, BookRefusal, BookTotals, OrderItem } from './item.ts'
import { type BookOptions, readBook } from './read.ts'
import type { BookTables } from './tables.ts'

const units = new Map([
  ['007', '007'],
  ['个', '007'],
  ['011', '011'],
  ['件', '011'],
  ['035', '035'],
  ['千克', '035'],
])
const countries = new Set(['AE', 'CN', 'DE', 'US'])
const currencies = new Set(['USD', 'CNY', 'EUR'])

/** A few codes of each table, written by hand. */
export const exampleTables: BookTables = {
  unit: text => {
    const code = units.get(text)
    return code === undefined ? undefined : { code }
  },
  country: text => (countries.has(text.toUpperCase()) ? { alpha2: text.toUpperCase() } : undefined),
  currency: text => (currencies.has(text.toUpperCase()) ? { code: text.toUpperCase() } : undefined),
}

export interface ReadBook {
  readonly orders: OrderItem[]
  readonly refused: BookRefusal[]
  readonly warnings: BookRefusal[]
  readonly totals: BookTotals
}

export async function readAll(source: SheetSource, options: Partial<BookOptions> = {}): Promise<ReadBook> {
  const items: BookItem[] = []
  for await (const item of readBook(source, { kind: 'csv', tables: exampleTables, ...options }))
    items.push(item)
  const last = items.at(-1)
  if (last?.kind !== 'done') throw new Error('A reading ends with its totals.')
  return {
    orders: items.filter(item => item.kind === 'order'),
    refused: items.flatMap(item => (item.kind === 'refused' ? [item.refused] : [])),
    warnings: items.flatMap(item => (item.kind === 'warning' ? [item.warning] : [])),
    totals: last.totals,
  }
}

/** A row of an order book that is right in every way. */
export const goodRow = {
  orderNo: 'A-1',
  direction: 'export',
  channel: 'b2b',
  country: 'AE',
  currency: 'USD',
  hsCode: '6214100000',
  name: '丝绸围巾',
  qty: '200',
  unit: '件',
  price: '21.05',
}

export type BookRow = Partial<Record<string, string>>

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A CSV of rows; its columns are those that any row has. */
export function csvOf(rows: readonly BookRow[]): Buffer {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const lines = [columns, ...rows.map(row => columns.map(column => row[column] ?? ''))]
  return Buffer.from(lines.map(line => line.map(quoted).join(',')).join('\n'))
}

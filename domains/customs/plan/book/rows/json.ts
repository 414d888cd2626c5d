import { isRandomReader, type SheetSource } from '@tongqu/sheet'
import { type Field, fields } from '../../fields.ts'
import { fieldOfProperty } from '../headers.ts'
import type { BookItem } from '../item.ts'
import type { Raw } from '../values/index.ts'
import { unknownName } from './columns.ts'
import type { Orders } from './orders.ts'
import type { RawRow } from './row.ts'

/** A number keeps the digits it was written with: JSON does not say that it is a double. */
class Written {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown
const parseJson = JSON.parse as (text: string, reviver: Reviver) => unknown

/** JSON.parse with the source of each number (ECMAScript proposal JSON.parse source text access, in V8). */
function parse(text: string): unknown {
  return parseJson(text, (_, value, context) =>
    typeof value === 'number' ? new Written(context.source ?? String(value)) : value,
  )
}

async function bytesOf(source: SheetSource, limit: number): Promise<Uint8Array | undefined> {
  if (source instanceof Uint8Array) return source.byteLength > limit ? undefined : source
  if (isRandomReader(source)) return source.size > limit ? undefined : source.read(0, source.size)
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.byteLength
    if (bytes > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function rawOf(value: unknown): Raw | undefined {
  if (value === null) return undefined
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value) }
  if (value instanceof Written) return { kind: 'number', text: value.text }
  return { kind: 'object', text: '{…}' }
}

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Written)

/** A line may repeat a field of its order, as a row of a table does: it must agree then. */
function sharedField(property: string): Field | undefined {
  const field = fieldOfProperty('order', property)
  return field?.name === 'orderNo' ? undefined : field
}

/** Reads the nested layout: one object per order, its lines inside. */
export class JsonBook {
  readonly #orders: Orders
  readonly #unknown = new Set<string>()

  constructor(orders: Orders) {
    this.#orders = orders
  }

  /** Returns whether the book could be read; what stopped it has been told then. */
  async *read(source: SheetSource, limit: number): AsyncGenerator<BookItem, boolean> {
    const bytes = await bytesOf(source, limit)
    if (!bytes) {
      yield this.#orders.refuse({ code: 'book.json_too_large', params: { limit } }, {})
      return false
    }
    let book: unknown
    try {
      book = parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch (error) {
      const detail = error instanceof Error ? error.message.slice(0, 120) : String(error)
      yield this.#orders.refuse({ code: 'book.bad_json', params: { detail } }, {})
      return false
    }
    return yield* this.#readOrders(book)
  }

  *#readOrders(book: unknown): Generator<BookItem, boolean> {
    const orders = isObject(book) && Object.hasOwn(book, 'orders') ? book.orders : undefined
    if (!Array.isArray(orders)) {
      yield this.#orders.refuse({ code: 'book.json_shape', params: {} }, { pointer: '/orders' })
      return false
    }
    for (const [at, order] of orders.entries()) {
      const pointer = `/orders/${at}`
      if (!isObject(order)) yield this.#orders.refuse({ code: 'book.json_shape', params: {} }, { pointer })
      else yield* this.#readOrder(order, pointer)
      if (this.#orders.full) return false
    }
    return true
  }

  *#readOrder(order: Json, pointer: string): Generator<BookItem> {
    const { lines, ...head } = order
    const list: readonly unknown[] = Array.isArray(lines) ? lines : []
    const wrong = list.findIndex(line => !isObject(line))
    if (wrong >= 0 || (lines !== undefined && !Array.isArray(lines))) {
      const place = { pointer: wrong >= 0 ? `${pointer}/lines/${wrong}` : `${pointer}/lines` }
      yield this.#orders.refuse({ code: 'book.json_shape', params: {} }, place)
      return
    }
    yield* this.#orders.add(yield* this.#row(head, 'order', pointer))
    for (const [at, line] of list.entries())
      yield* this.#orders.add(yield* this.#row(line as Json, 'line', `${pointer}/lines/${at}`))
    yield* this.#orders.end()
  }

  *#row(object: Json, level: Field['level'], pointer: string): Generator<BookItem, RawRow> {
    const cells: (Raw | undefined)[] = new Array(fields.length)
    const names = new Map<Field, string>()
    for (const [property, value] of Object.entries(object)) {
      const field = fieldOfProperty(level, property) ?? (level === 'line' ? sharedField(property) : undefined)
      if (!field) {
        yield* this.#unknownProperty(property, pointer)
        continue
      }
      const raw = rawOf(value)
      if (!raw) continue
      names.set(field, property)
      cells[field.at] = raw
    }
    return { place: { pointer }, cells, names }
  }

  *#unknownProperty(property: string, pointer: string): Generator<BookItem> {
    if (this.#unknown.has(property) || this.#unknown.size >= 100) return
    this.#unknown.add(property)
    const found = property.slice(0, 60)
    yield this.#orders.warn(unknownName(found), { pointer: `${pointer}/${found}`, column: found })
  }
}

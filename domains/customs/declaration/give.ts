import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Extra } from '../plan/book/item.ts'
import { readValue } from '../plan/book/values/index.ts'
import { type Field, fieldsOfLevel } from '../plan/fields.ts'
import type { PlanTables } from '../tables/index.ts'
import { LINE_FIELDS, ORDER_FIELDS } from './make.ts'
import { declarationRefusals } from './refusals.ts'
import type { Given } from './rows.ts'

/** Columns that hold identity numbers: kept sealed, known here by their hash. */
export const PERSONAL: ReadonlySet<string> = new Set(['buyerId', 'payerId'])

/** Whether a field may be given for one order after its book was planned. */
export const mayGive = (field: Field): boolean =>
  field.beyondPlan || (field.level === 'order' ? ORDER_FIELDS : LINE_FIELDS).has(field.name)

const byName = (level: Field['level']) =>
  new Map(
    fieldsOfLevel(level)
      .filter(mayGive)
      .map(field => [field.name, field]),
  )

interface GivenTexts {
  /** The one order that they are given for; undefined: all orders of the declaration. */
  readonly order?: string | undefined
  readonly fields?: Readonly<Record<string, string>> | undefined
  readonly lines?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
}

/**
 * Fields given for one order, read as the order book reads its cells, over those that were given before. An empty text
 * takes what was given away again.
 */
export async function withGiven(
  work: UnitOfWork,
  before: Given,
  { order: orderNo, fields = {}, lines = {} }: GivenTexts,
  tables: PlanTables,
): Promise<Given | Refusal> {
  const under = orderNo === undefined ? before : (before.orders?.[orderNo] ?? {})
  const order = await readFields(work, fields, byName('order'), tables, '/fields')
  if (isRefusal(order)) return order
  const given: Record<string, Extra> = { ...under.lines }
  const known = byName('line')
  for (const [line, texts] of Object.entries(lines)) {
    const read = await readFields(work, texts, known, tables, `/lines/${line}`)
    if (isRefusal(read)) return read
    given[line] = merged(given[line], read)
  }
  const now = { order: merged(under.order, order), lines: given }
  if (orderNo === undefined) return { ...before, ...now }
  return { ...before, orders: { ...before.orders, [orderNo]: now } }
}

type Read = Readonly<Record<string, string | boolean | undefined>>

function merged(before: Extra | undefined, read: Read): Extra {
  const all = { ...before, ...read }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Extra
}

async function readFields(
  work: UnitOfWork,
  texts: Readonly<Record<string, string>>,
  fields: ReadonlyMap<string, Field>,
  { book }: PlanTables,
  place: string,
): Promise<Read | Refusal> {
  const read: Record<string, string | boolean | undefined> = {}
  for (const [name, text] of Object.entries(texts)) {
    const field = fields.get(name)
    if (!field)
      return declarationRefusals.refuse('declaration.unknown_field', { field: name }, `${place}/${name}`)
    const value = readValue({ kind: 'text', text }, field, book)
    if (value && 'fault' in value) {
      const { code } = value.fault
      return declarationRefusals.refuse('declaration.bad_value', { field: name, code }, `${place}/${name}`)
    }
    read[name] = value?.value
  }
  for (const name of PERSONAL) {
    const number = read[name]
    if (typeof number === 'string') [read[name]] = await work.keepIdentityNumbers([number])
  }
  return read
}

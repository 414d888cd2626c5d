import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import type { Extra } from '../../plan/book/item.ts'
import { type Field, fieldsOfLevel } from '../../plan/fields.ts'
import { mayGive, PERSONAL } from '../give.ts'
import * as orderStore from '../order-store.ts'
import { declarationRefusals } from '../refusals.ts'
import type { PlannedRow } from '../rows.ts'
import type { GivenField, GivenFields, OfFields } from './contract.ts'
import { declarationNamed } from './store.ts'
import { titleOf } from './titles.ts'

type Read = Static<typeof GivenField>

/** What can be given or corrected for the orders of a declaration, with what stands there now. */
export async function givenFields(
  work: UnitOfWork,
  { id, order: orderNo }: Static<typeof OfFields>,
): Promise<Static<typeof GivenFields> | Refusal> {
  const declaration = await declarationNamed(work.tx, id)
  if (!declaration) return declarationRefusals.refuse('declaration.not_found', { id }, '/id')
  const orders = await orderStore.ordersOf(work.tx, declaration.id)
  const row = orderNo === undefined ? orders[0] : orders.find(each => each.order_no === orderNo)
  if (!row) {
    if (orderNo === undefined) return { order: [], lines: [] }
    return declarationRefusals.refuse('declaration.no_such_order', { orderNo }, '/order')
  }
  const { given } = declaration
  const own = given.orders?.[row.order_no]
  const order = { ...given.order, ...own?.order }
  // What is given for a line is given for the line of one order.
  const isOfOne = orders.length === 1 || orderNo !== undefined
  const lines = orders.length === 1 ? given.lines : own?.lines
  return {
    order: fieldsOfLevel('order')
      .filter(mayGive)
      .map(field => read(field, { ...ofOrder(row), ...row.places.extra }, order)),
    lines: isOfOne ? linesOf(row, lines) : [],
  }
}

function linesOf({ input, places }: PlannedRow, given: Readonly<Record<string, Extra>> | undefined) {
  return input.lines.map((line, n) => ({
    line: n + 1,
    name: line.name,
    hsCode: line.hsCode ?? '',
    qty: text(line.qty) ?? '',
    unit: line.unit,
    fields: fieldsOfLevel('line')
      .filter(mayGive)
      .map(field => read(field, { ...ofLine(line), ...places.lines[n]?.extra }, given?.[String(n + 1)])),
  }))
}

const ofLine = (line: PlannedRow['input']['lines'][number]) => line as unknown as Record<string, unknown>

/** The order's own fields as its book gave them. */
const ofOrder = ({ input }: PlannedRow) => input as unknown as Record<string, unknown>

type Values = Readonly<Record<string, unknown>>

function read(field: Field, book: Values | undefined, given: Extra | undefined): Read {
  const { name, note, kind, choices, example } = field
  const value = text(given?.[name] ?? book?.[name])
  const isSealed = PERSONAL.has(name)
  return {
    name,
    title: titleOf(field),
    note: { ...note },
    kind,
    choices: choices.map(choice => ({ ...choice })),
    example,
    ...(value !== undefined && { value: isSealed ? '' : value }),
    isSealed,
    isGiven: given?.[name] !== undefined,
  }
}

const text = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value)

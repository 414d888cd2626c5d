import type { Field } from './book/field.ts'
import { declarationFields } from './book/fields/declaration.ts'
import { lineFields } from './book/fields/line.ts'
import { orderFields } from './book/fields/order.ts'

export type { Choice, Field, FieldKind, Text } from './book/field.ts'

/**
 * Every column of the order book, in the order of the template. Header recognition, validation, template, JSON
 * schema and the page `docs/order-book.md` are all made from this table.
 */
export const fields: readonly Field[] = [...orderFields, ...lineFields, ...declarationFields].map(
  (field, at) => ({ ...field, at }),
)

export const fieldsOfLevel = (level: Field['level']): readonly Field[] =>
  fields.filter(field => field.level === level)

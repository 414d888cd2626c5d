import { type TProperties, type TSchema, Type } from 'typebox'
import { type Field, type FieldKind, fieldsOfLevel } from '../fields.ts'

const decimal = Type.Union([Type.String({ pattern: '^\\d+(\\.\\d+)?$' }), Type.Number({ minimum: 0 })])

/** What each kind of field looks like in JSON; the reader says more, and says where. */
const schemas: Readonly<Record<FieldKind, (field: Field) => TSchema>> = {
  text: field => Type.String({ maxLength: field.maxLength }),
  identifier: field => Type.String({ maxLength: field.maxLength }),
  decimal: () => decimal,
  rate: () => decimal,
  integer: () => Type.Union([Type.String({ pattern: '^\\d+$' }), Type.Integer({ minimum: 0 })]),
  day: () => Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  yesNo: () => Type.Union([Type.Boolean(), Type.Literal('yes'), Type.Literal('no')]),
  choice: field => Type.Union(field.choices.map(({ value }) => Type.Literal(value))),
  unit: () => Type.String(),
  country: () => Type.String(),
  currency: () => Type.String(),
  hs: () => Type.String({ pattern: '^\\d{4,10}$' }),
}

function propertiesOf(level: Field['level']): TProperties {
  const properties: TProperties = {}
  for (const field of fieldsOfLevel(level)) {
    const schema: TSchema = {
      ...schemas[field.kind](field),
      title: field.zh,
      description: `${field.note.en} ${field.note.zh}`,
    }
    properties[field.name] = field.needed ? schema : Type.Optional(schema)
  }
  return properties
}

const line = Type.Object(propertiesOf('line'), { description: 'One line of an order' })

/** The JSON layout `{ "orders": [ { …, "lines": [ … ] } ] }` as a schema, made from the table of fields. */
export const bookSchema = Type.Object({
  orders: Type.Array(
    Type.Object(
      { ...propertiesOf('order'), lines: Type.Array(line, { minItems: 1 }) },
      { description: 'One order' },
    ),
  ),
})

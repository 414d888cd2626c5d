import { Type } from 'typebox'

/** What callers see of tables: schemas only. */
const Text = Type.Object({ zh: Type.String(), en: Type.String() })

export const ImportOptions = {
  /** "tariff", "rates", "codes" for the code table that the file is named after, or a table's own name ("units"). */
  table: Type.String({ maxLength: 60 }),
  edition: Type.Optional(
    Type.String({ minLength: 1, maxLength: 60, description: 'what people call this edition: 2026' }),
  ),
  year: Type.Optional(Type.Integer({ minimum: 1950, maximum: 2100 })),
  source: Type.Optional(
    Type.String({ minLength: 1, maxLength: 300, description: 'who issued it, under what number' }),
  ),
  from: Type.Optional(Type.String({ format: 'legal-day', description: 'first legal day it speaks for' })),
}

export const ImportReport = Type.Object({
  id: Type.String(),
  register: Type.String(),
  edition: Type.String(),
  rows: Type.Integer(),
  added: Type.Integer(),
  ended: Type.Integer(),
  unchanged: Type.Integer(),
  rejected: Type.Array(Type.Object({ place: Type.String(), code: Type.String(), text: Text })),
})

export const TableList = Type.Object({
  tables: Type.Array(
    Type.Object({
      table: Type.String(),
      edition: Type.String(),
      year: Type.Union([Type.Integer(), Type.Null()]),
      source: Type.String(),
      from: Type.String(),
      importedAt: Type.String(),
      knownSince: Type.Union([Type.Integer(), Type.Null()]),
      rows: Type.Integer(),
      rejected: Type.Integer(),
    }),
  ),
})

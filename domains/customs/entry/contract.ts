import { closed } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/** What callers see of entries into the supervised yard: schemas only. */

const Code = Type.String({ minLength: 2, maxLength: 18, pattern: '^[0-9A-Z]+$' })

export const Make = closed({
  /** The plan whose parcels have come, by id or number; or lists by id or number. */
  plan: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  lists: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
      minItems: 1,
      maxItems: 5000,
      uniqueItems: true,
    }),
  ),
  /** The firm that runs the yard. */
  operatorCode: Code,
  operatorName: Type.String({ minLength: 1, maxLength: 100 }),
  unloadLocation: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
})
export const Made = Type.Object({
  /** One for each means of transport, bill of lading and carrier. */
  entries: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      billNo: Type.String(),
      carrier: Type.String(),
      parcels: Type.Integer(),
    }),
  ),
  /** Lists that have not been taken in, or whose parcels stand in an entry. */
  skipped: Type.Integer(),
})

export const List = closed({
  after: Type.Optional(Type.String({ maxLength: 60 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
})
export const Listed = Type.Object({
  entries: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      state: Type.String(),
      at: Type.String({ format: 'date-time' }),
      parcels: Type.Integer(),
      /** Number that the customs gave it. */
      entryNo: Type.Optional(Type.String()),
      said: Type.Optional(Type.String()),
    }),
  ),
  next: Type.Optional(Type.String()),
})

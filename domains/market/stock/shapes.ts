import { closed, Id, Instant } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { QUANTITY_PATTERN } from './quantity.ts'

/** A quantity of goods in their unit of measure, an exact decimal as text. */
export const Quantity = Type.String({
  pattern: QUANTITY_PATTERN,
  description: 'Exact decimal in the unit of measure',
})
/** A quantity as it is answered: with all decimals of its unit; a difference may be negative. */
export const QuantityShown = Type.String({ pattern: '^-?\\d{1,19}(\\.\\d{1,6})?$' })
/** Unit of measure by its customs code; where it is given, it must be the article's. */
export const UnitCode = Type.String({
  pattern: '^\\d{3}$',
  description: 'Customs code of the unit of measure',
})
export const Day = Type.String({ format: 'legal-day', description: 'ISO day, Asia/Shanghai' })
export const Name = closed({ zh: Type.String(), en: Type.String() })
/** Text of a person: why, or a reference of theirs. No identity numbers: they are taken out. */
export const Note = Type.String({ minLength: 1, maxLength: 300 })
export const Reference = Type.String({ minLength: 1, maxLength: 100 })

/** A paper that a movement goes by: an inventory list, a declaration. */
export const PaperShape = closed({
  /** Of the rule `stock.papers`: `bonded_list`, `declaration` … */
  type: Type.String({ pattern: '^[a-z][a-z_]{1,39}$' }),
  reference: Type.String({ minLength: 1, maxLength: 64 }),
})

/** How a page of a list is asked for. */
export const paging = {
  /** Go on after this record: the `next` of the page before. */
  after: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}
export const PAGE = 50

/** As at which instant, as known at which position; absent: now. */
export const asAtFields = {
  asAt: Type.Optional(Instant),
  knownAt: Type.Optional(Type.Integer({ minimum: 0 })),
}

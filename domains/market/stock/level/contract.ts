import { closed, Id, Instant } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { asAtFields, Name, QuantityShown } from '../shapes.ts'

/** What callers see of stock: schemas only. */
const filter = {
  article: Type.Optional(Id),
  warehouse: Type.Optional(Id),
  warehouseKind: Type.Optional(Type.String({ maxLength: 30 })),
  lot: Type.Optional(Id),
  search: Type.Optional(Type.String({ maxLength: 100 })),
  /** Lines of which nothing is left, too. */
  withEmpty: Type.Optional(Type.Boolean()),
  ...asAtFields,
}
const paged = {
  /** Go on after this line: the `next` of the page before. */
  after: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
}

/** How much there is of a line. */
const amounts = {
  /** In the warehouse, whatever it is meant for. */
  onHand: QuantityShown,
  held: QuantityShown,
  /** Neither held nor on sale, of lots that are neither blocked nor expired. */
  available: QuantityShown,
  /** On sale, reserved or not. */
  onSale: QuantityShown,
  reserved: QuantityShown,
  /** Sold off the shelf and still here. */
  sold: QuantityShown,
}

export const StockLine = closed({
  line: Id,
  article: Id,
  sku: Type.String(),
  name: Name,
  unit: Type.String(),
  owner: Id,
  warehouse: Id,
  warehouseCode: Type.String(),
  warehouseKind: Type.String(),
  keeper: Id,
  lot: Type.Optional(closed({ id: Id, number: Type.String() })),
  producedOn: Type.Optional(Type.String()),
  expiresOn: Type.Optional(Type.String()),
  state: Type.Union([Type.Literal('good'), Type.Literal('blocked'), Type.Literal('expired')]),
  blocked: Type.Optional(Type.String()),
  shelf: Type.Optional(Id),
  ...amounts,
})

/** When the figures are true and as known when; absent: as they stand. */
const moment = { asAt: Type.Optional(Instant), knownAt: Type.Optional(Type.Integer()) }

export const ListStock = closed({ ...filter, ...paged })
export const StockList = closed({ ...moment, lines: Type.Array(StockLine), next: Type.Optional(Id) })
export const ExportStock = closed(filter)

export const Availability = closed({ article: Id, ...asAtFields })
const Place = closed({
  warehouse: Id,
  warehouseCode: Type.String(),
  warehouseKind: Type.String(),
  ...amounts,
})
export const AvailabilityShown = closed({
  ...moment,
  article: Id,
  sku: Type.String(),
  unit: Type.String(),
  total: closed(amounts),
  /** By warehouse, and by kind of warehouse. */
  warehouses: Type.Array(Place),
  kinds: Type.Array(closed({ warehouseKind: Type.String(), ...amounts })),
  /** Why some of what is on hand is not available. */
  notAvailable: closed({
    held: QuantityShown,
    onSale: QuantityShown,
    blocked: QuantityShown,
    expired: QuantityShown,
  }),
})

export const ListExpiring = closed({
  /** Within so many days; absent: the article's own number, else the rule's. */
  days: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650 })),
  warehouse: Type.Optional(Id),
  ...paged,
})
export const ListLow = closed({
  /** Go on after this article: the `next` of the page before. */
  after: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export const LowList = closed({
  articles: Type.Array(
    closed({
      article: Id,
      sku: Type.String(),
      name: Name,
      unit: Type.String(),
      low: QuantityShown,
      /** Available or free on sale, over all warehouses. */
      left: QuantityShown,
    }),
  ),
  next: Type.Optional(Id),
})

import { closed, Id, Instant, sortOf } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { asAtFields, Name, PaperShape, QuantityShown } from '../shapes.ts'

/** What callers see of stock: schemas only. */

/** What lists of lines may be ordered by. */
const SORTS = ['sku', 'expires'] as const
export type LineSort = (typeof SORTS)[number]

const filter = {
  article: Type.Optional(Id),
  warehouse: Type.Optional(Id),
  warehouseKind: Type.Optional(Type.String({ maxLength: 30 })),
  lot: Type.Optional(Id),
  search: Type.Optional(Type.String({ maxLength: 100 })),
  /** Lines of which nothing is left, too. */
  withEmpty: Type.Optional(Type.Boolean()),
  sort: sortOf(SORTS),
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

export const LineHistory = closed({
  line: Id,
  /** After this instant; absent: from the beginning. */
  from: Type.Optional(Instant),
  ...asAtFields,
  most: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
})

/** What happened: moved at once, held, shipped off a hold, a hold released, a hold whose time was over. */
const Kind = Type.Union([
  Type.Literal('transfer'),
  Type.Literal('hold'),
  Type.Literal('post'),
  Type.Literal('void'),
  Type.Literal('expiry'),
])
export const LineHistoryShown = closed({
  line: Id,
  sku: Type.String(),
  unit: Type.String(),
  from: Instant,
  asAt: Instant,
  knownAt: Type.Integer(),
  opening: QuantityShown,
  closing: QuantityShown,
  moves: Type.Array(
    closed({
      /** The ledger's transfer; of an expiry the hold. */
      transfer: Id,
      kind: Kind,
      movement: Type.String(),
      movementName: Name,
      at: Instant,
      /** In or out of what is on hand; of a hold what it took from what is free, or gave back. */
      change: QuantityShown,
      /** On hand after it and not on sale, held or not; and what of it was held. */
      onHand: QuantityShown,
      held: QuantityShown,
      record: Type.Optional(closed({ kind: Type.String(), id: Id, line: Type.Optional(Type.Integer()) })),
      reason: Type.Optional(Type.String()),
      paper: Type.Optional(PaperShape),
      /** Account of whoever did it. */
      by: Type.Optional(Id),
    }),
  ),
  more: Type.Boolean(),
})

export const StockReport = closed({
  /** After this instant; absent: from the beginning. */
  from: Type.Optional(Instant),
  ...asAtFields,
  article: Type.Optional(Id),
  warehouse: Type.Optional(Id),
  /** Go on after this line: the `next` of the page before. */
  after: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})

export const StockReportShown = closed({
  from: Instant,
  asAt: Instant,
  knownAt: Type.Integer(),
  lines: Type.Array(
    closed({
      /** Its transfers, one by one, are `market.stock.history` of this line. */
      line: Id,
      article: Id,
      sku: Type.String(),
      unit: Type.String(),
      warehouse: Id,
      warehouseCode: Type.String(),
      lot: Type.Optional(Type.String()),
      opening: QuantityShown,
      /** What came and went in the period, by kind of movement; opening, in and out make the closing. */
      movements: Type.Array(
        closed({ movement: Type.String(), movementName: Name, in: QuantityShown, out: QuantityShown }),
      ),
      closing: QuantityShown,
    }),
  ),
  next: Type.Optional(Id),
})

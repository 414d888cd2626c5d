import { closed, Id, Instant } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { PaperShape, paging, Quantity, QuantityShown, Reference, UnitCode } from '../shapes.ts'

/** What callers see of holds: schemas only. */
export const PlaceHold = closed({
  article: Id,
  quantity: Quantity,
  unit: Type.Optional(UnitCode),
  /** Only of this warehouse, kind of warehouse, lot or line; absent: whatever expires first, wherever it lies. */
  warehouse: Type.Optional(Id),
  warehouseKind: Type.Optional(Type.String({ maxLength: 30 })),
  lot: Type.Optional(Id),
  line: Type.Optional(Id),
  /** How long it lasts; absent: as the rule says. */
  seconds: Type.Optional(Type.Integer({ minimum: 1 })),
  /** What it is for: the owner's own number. */
  reference: Type.Optional(Reference),
})

export const ShipHold = closed({
  hold: Id,
  /** What leaves of each part; absent: all that is held in the caller's warehouses. */
  parts: Type.Optional(
    Type.Array(closed({ part: Id, quantity: Type.Optional(Quantity), unit: Type.Optional(UnitCode) }), {
      minItems: 1,
      maxItems: 200,
    }),
  ),
  /** What becomes of the rest of a part that is not shipped whole; absent: it stays held to the same time. */
  rest: Type.Optional(Type.Union([Type.Literal('keep'), Type.Literal('release')])),
  paper: Type.Optional(PaperShape),
})

export const HoldId = closed({ hold: Id })
export const ReleaseHold = closed({
  hold: Id,
  /** Only these; absent: all that is still held. */
  parts: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200 })),
})

export const Hold = closed({
  id: Id,
  owner: Id,
  article: Id,
  sku: Type.String(),
  unit: Type.String(),
  reference: Type.Optional(Type.String()),
  at: Instant,
  /** Open while a part is held. */
  state: Type.Union([Type.Literal('open'), Type.Literal('ended')]),
  held: QuantityShown,
  shipped: QuantityShown,
  parts: Type.Array(
    closed({
      part: Id,
      line: Id,
      warehouse: Id,
      keeper: Id,
      lot: Type.Optional(Type.String()),
      expiresOn: Type.Optional(Type.String()),
      quantity: QuantityShown,
      shipped: QuantityShown,
      state: Type.Union([
        Type.Literal('held'),
        Type.Literal('shipped'),
        Type.Literal('released'),
        Type.Literal('expired'),
      ]),
      until: Type.Optional(Instant),
    }),
  ),
})

export const ListHolds = closed({ article: Type.Optional(Id), ...paging })
export const HoldList = closed({ holds: Type.Array(Hold), next: Type.Optional(Id) })

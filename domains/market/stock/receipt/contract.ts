import { After, closed, Id, Instant, sortOf } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { Day, Note, PaperShape, paging, Quantity, QuantityShown, Reference, UnitCode } from '../shapes.ts'

/** What callers see of receipts: schemas only. */
const Source = Type.Union([Type.Literal('supplier'), Type.Literal('customer')], {
  description: 'supplier: bought; customer: returned',
})
const State = Type.Union([
  Type.Literal('announced'),
  Type.Literal('receiving'),
  Type.Literal('closed'),
  Type.Literal('cancelled'),
])

export const AnnounceReceipt = closed({
  warehouse: Id,
  source: Source,
  /** Who sends the goods, as the owner calls it. */
  sender: Type.Optional(Reference),
  /** The owner's own number: a purchase order, a return. */
  reference: Type.Optional(Reference),
  expectedOn: Type.Optional(Day),
  lines: Type.Array(closed({ article: Id, quantity: Quantity, unit: Type.Optional(UnitCode) }), {
    minItems: 1,
    maxItems: 500,
  }),
})

const LotNumber = Type.String({ pattern: '^\\S(.{0,58}\\S)?$' })
export const ReceiveGoods = closed({
  receipt: Id,
  /** What came in this go. */
  entries: Type.Array(
    closed({
      /** Line of the receipt, from 1. */
      line: Type.Integer({ minimum: 1 }),
      quantity: Type.Optional(Quantity),
      unit: Type.Optional(UnitCode),
      lot: Type.Optional(
        closed({
          /** Lot number, or the serial number of one piece. */
          number: LotNumber,
          producedOn: Type.Optional(Day),
          /** Last day on which it is good. */
          expiresOn: Type.Optional(Day),
        }),
      ),
      /** What was turned away at the door. */
      rejected: Type.Optional(closed({ quantity: Quantity, reason: Note })),
    }),
    { minItems: 1, maxItems: 500 },
  ),
  paper: Type.Optional(PaperShape),
})

export const ReceiptId = closed({ receipt: Id })
export const CloseReceipt = closed({
  receipt: Id,
  /** Needed where what came is not what was announced. */
  reason: Type.Optional(Note),
})

export const ReceiptHead = closed({
  id: Id,
  number: Type.String(),
  state: State,
  owner: Id,
  warehouse: Id,
  keeper: Id,
  source: Source,
  sender: Type.Optional(Type.String()),
  reference: Type.Optional(Type.String()),
  expectedOn: Type.Optional(Type.String()),
  reason: Type.Optional(Type.String()),
  at: Instant,
})

export const Receipt = closed({
  ...ReceiptHead.properties,
  lines: Type.Array(
    closed({
      line: Type.Integer(),
      article: Id,
      sku: Type.String(),
      unit: Type.String(),
      announced: QuantityShown,
      accepted: QuantityShown,
      rejected: QuantityShown,
      /** What was taken in less what was announced. */
      difference: QuantityShown,
    }),
  ),
})
export const Received = closed({
  ...Receipt.properties,
  /** Line of stock that each entry lies on; null: all of it was rejected. */
  stock: Type.Array(Type.Union([Id, Type.Null()])),
})

/** What a list of receipts may be ordered by. */
const SORTS = ['number', 'expected'] as const
export type ReceiptSort = (typeof SORTS)[number]

export const ListReceipts = closed({
  state: Type.Optional(State),
  warehouse: Type.Optional(Id),
  sort: sortOf(SORTS),
  ...paging,
  after: After,
})
export const ReceiptList = closed({ receipts: Type.Array(ReceiptHead), next: Type.Optional(Type.String()) })

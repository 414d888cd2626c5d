import { After, closed, Id, Instant, sortOf } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { Day, Note, PaperShape, paging, Quantity, QuantityShown, UnitCode } from '../shapes.ts'

/** What callers see of transfers between warehouses: schemas only. */
const State = Type.Union([
  Type.Literal('ordered'),
  Type.Literal('dispatched'),
  Type.Literal('closed'),
  Type.Literal('cancelled'),
])
const LineNumber = Type.Integer({ minimum: 1, description: 'Line of the transfer, from 1' })
const Asked = { quantity: Quantity, unit: Type.Optional(UnitCode) }

export const OrderTransfer = closed({
  from: Id,
  to: Id,
  /** Day on which it should have arrived. */
  dueOn: Type.Optional(Day),
  lines: Type.Array(
    closed({
      article: Id,
      ...Asked,
      /** Of this lot or line, though it be blocked or expired; absent: what expires first of what is good. */
      lot: Type.Optional(Id),
      line: Type.Optional(Id),
    }),
    { minItems: 1, maxItems: 200 },
  ),
})

export const DispatchTransfer = closed({
  transfer: Id,
  /** Lines of which less leaves than was ordered ("0": nothing); lines that are not named leave whole. */
  lines: Type.Optional(Type.Array(closed({ line: LineNumber, ...Asked }), { minItems: 1, maxItems: 200 })),
  dueOn: Type.Optional(Day),
  paper: Type.Optional(PaperShape),
})

export const ArriveTransfer = closed({
  transfer: Id,
  /** What came in this go. */
  entries: Type.Array(
    closed({
      line: LineNumber,
      quantity: Type.Optional(Quantity),
      unit: Type.Optional(UnitCode),
      /** What came broken, or is known to be lost on the way. */
      loss: Type.Optional(
        closed({
          quantity: Quantity,
          kind: Type.Union([Type.Literal('damaged'), Type.Literal('lost')]),
          reason: Note,
          paper: Type.Optional(PaperShape),
        }),
      ),
    }),
    { minItems: 1, maxItems: 200 },
  ),
  paper: Type.Optional(PaperShape),
})

/** What is still on the way will not come: it is lost, or turned back to where it left. */
export const CloseTransfer = closed({
  transfer: Id,
  outcome: Type.Union([Type.Literal('lost'), Type.Literal('turned_back')]),
  reason: Note,
  paper: Type.Optional(PaperShape),
})
export const CancelTransfer = closed({ transfer: Id, reason: Type.Optional(Note) })
export const TransferId = closed({ transfer: Id })

export const TransferHead = closed({
  id: Id,
  number: Type.String(),
  state: State,
  owner: Id,
  from: Id,
  fromKeeper: Id,
  to: Id,
  toKeeper: Id,
  dueOn: Type.Optional(Type.String()),
  reason: Type.Optional(Type.String()),
  at: Instant,
  dispatchedAt: Type.Optional(Instant),
})
export const Transfer = closed({
  ...TransferHead.properties,
  lines: Type.Array(
    closed({
      line: LineNumber,
      article: Id,
      sku: Type.String(),
      unit: Type.String(),
      lot: Type.Optional(Type.String()),
      expiresOn: Type.Optional(Type.String()),
      ordered: QuantityShown,
      sent: QuantityShown,
      arrived: QuantityShown,
      /** Lost or damaged on the way. */
      lost: QuantityShown,
      turnedBack: QuantityShown,
      inTransit: QuantityShown,
    }),
  ),
})

/** What a list of transfers may be ordered by. */
const SORTS = ['number', 'due'] as const
export type TransferSort = (typeof SORTS)[number]

export const ListTransfers = closed({
  state: Type.Optional(State),
  warehouse: Type.Optional(Id),
  /** Only those on the way whose day is over. */
  overdue: Type.Optional(Type.Boolean()),
  sort: sortOf(SORTS),
  ...paging,
  after: After,
})
export const TransferList = closed({
  transfers: Type.Array(TransferHead),
  next: Type.Optional(Type.String()),
})

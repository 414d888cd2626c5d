import { closed, Id, Instant } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { Note, PaperShape, paging, Quantity, QuantityShown, UnitCode } from '../shapes.ts'

/** What callers see of counts: schemas only. */
const State = Type.Union([
  Type.Literal('counting'),
  Type.Literal('recounting'),
  Type.Literal('counted'),
  Type.Literal('posted'),
  Type.Literal('cancelled'),
])
const LineNumber = Type.Integer({ minimum: 1, description: 'Line of the sheet, from 1' })

export const StartCount = closed({
  warehouse: Id,
  /** Whose goods; absent: the caller's own. */
  owner: Type.Optional(Id),
  /** Only these articles; absent: all of which there is some. */
  articles: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500 })),
})
export const CountId = closed({ count: Id })
export const EnterCount = closed({
  count: Id,
  entries: Type.Array(closed({ line: LineNumber, quantity: Quantity, unit: Type.Optional(UnitCode) }), {
    minItems: 1,
    maxItems: 500,
  }),
})
/** Goods that lie there and are not on the sheet. */
export const FindGoods = closed({
  count: Id,
  article: Id,
  /** Number of a lot that is known. */
  lot: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
})
export const ApproveCount = closed({ count: Id, paper: Type.Optional(PaperShape) })
export const CancelCount = closed({ count: Id, reason: Note })

export const CountHead = closed({
  id: Id,
  number: Type.String(),
  state: State,
  owner: Id,
  warehouse: Id,
  keeper: Id,
  at: Instant,
  reason: Type.Optional(Type.String()),
  endedAt: Type.Optional(Instant),
})
const of = {
  line: LineNumber,
  stock: Id,
  article: Id,
  sku: Type.String(),
  unit: Type.String(),
  lot: Type.Optional(Type.String()),
  expiresOn: Type.Optional(Type.String()),
}
/** What counters see: nothing of what is expected. */
export const CountSheet = closed({
  ...CountHead.properties,
  lines: Type.Array(
    closed({
      ...of,
      /** To be counted in the round that is open. */
      open: Type.Boolean(),
      /** Counted in it already. */
      entered: Type.Boolean(),
    }),
  ),
})
/** What whoever approves sees, once everything is counted. */
export const CountReview = closed({
  ...CountHead.properties,
  lines: Type.Array(
    closed({
      ...of,
      /** As at the moment the count began. */
      expected: QuantityShown,
      first: QuantityShown,
      second: Type.Optional(QuantityShown),
      difference: QuantityShown,
      /** What came, less what went, since the count began: it is not part of the difference. */
      movedSince: QuantityShown,
      countedBy: Type.Array(Id),
    }),
  ),
})
export const ListCounts = closed({
  state: Type.Optional(State),
  warehouse: Type.Optional(Id),
  ...paging,
})
export const CountList = closed({ counts: Type.Array(CountHead), next: Type.Optional(Id) })

import { closed, Id, Instant } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { Note, PaperShape, Quantity, QuantityShown, UnitCode } from '../shapes.ts'

/** What callers see of blocks and write-offs: schemas only. */
const which = {
  /** A lot, wherever it lies; or a line, that is what lies in one place. */
  lot: Type.Optional(Id),
  line: Type.Optional(Id),
}
export const BlockGoods = closed({ ...which, reason: Note })
export const UnblockGoods = closed(which)
export const Block = closed({
  id: Id,
  lot: Type.Optional(Id),
  line: Type.Optional(Id),
  reason: Type.String(),
  from: Instant,
  to: Type.Optional(Instant),
})

export const WriteOff = closed({
  line: Id,
  quantity: Quantity,
  unit: Type.Optional(UnitCode),
  kind: Type.Union([
    Type.Literal('spoiled'),
    Type.Literal('expired'),
    Type.Literal('destroyed'),
    Type.Literal('damaged'),
    Type.Literal('lost'),
  ]),
  reason: Note,
  paper: Type.Optional(PaperShape),
})
export const WrittenOff = closed({
  /** The ledger's transfer. */
  transfer: Id,
  line: Id,
  /** What of the line is neither written off nor held nor on sale. */
  left: QuantityShown,
})

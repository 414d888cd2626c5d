import { closed, Id } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { Name, Note, PaperShape, paging, Quantity, QuantityShown, UnitCode } from '../shapes.ts'

/** What callers see of shelves: schemas only. */
const asked = { quantity: Quantity, unit: Type.Optional(UnitCode) }

export const FillShelf = closed({ line: Id, ...asked })
export const ClearShelf = closed({
  shelf: Id,
  /** Absent: all that nobody has reserved. */
  quantity: Type.Optional(Quantity),
  unit: Type.Optional(UnitCode),
})
export const ShipSold = closed({
  shelf: Id,
  ...asked,
  paper: Type.Optional(PaperShape),
  /** The orders or the parcel that it is for. */
  note: Type.Optional(Note),
})

export const Shelf = closed({
  id: Id,
  line: Id,
  article: Id,
  sku: Type.String(),
  unit: Type.String(),
  owner: Id,
  warehouse: Id,
  keeper: Id,
  lot: Type.Optional(Type.String()),
  expiresOn: Type.Optional(Type.String()),
  /** For anyone to reserve. */
  free: QuantityShown,
  /** Reserved and not confirmed. */
  reserved: QuantityShown,
  /** Sold, and still in the warehouse. */
  sold: QuantityShown,
})
export const ListShelves = closed({ article: Type.Optional(Id), ...paging })
export const ShelfList = closed({ shelves: Type.Array(Shelf), next: Type.Optional(Id) })

export const ShelfId = closed({ shelf: Id })
/** What a buyer sees of a shelf. */
export const Offered = closed({ shelf: Id, name: Name, unit: Type.String(), left: QuantityShown })

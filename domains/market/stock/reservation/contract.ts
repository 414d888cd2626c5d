import { closed, Id, Instant } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { paging, Quantity, QuantityShown } from '../shapes.ts'

/** What callers see of reservations off a shelf: schemas only. */
export const PlaceReservation = closed({
  shelf: Id,
  quantity: Quantity,
  /** How long the pieces are kept for the buyer; absent: as the rule says. */
  seconds: Type.Optional(Type.Integer({ minimum: 1 })),
})
export const PlacedReservation = closed({
  reservation: Id,
  /** What is left on the shelf for others. */
  left: QuantityShown,
  expiresAt: Instant,
})

export const ReservationId = closed({ reservation: Id })
export const EndedReservation = closed({
  reservation: Id,
  state: Type.Union([Type.Literal('confirmed'), Type.Literal('cancelled')]),
})

const State = Type.Union([
  Type.Literal('placed'),
  Type.Literal('confirmed'),
  Type.Literal('cancelled'),
  Type.Literal('expired'),
])
export const Reservation = closed({
  id: Id,
  shelf: Id,
  buyer: Id,
  seller: Id,
  quantity: QuantityShown,
  state: State,
  at: Instant,
  expiresAt: Instant,
})
export const ListReservations = closed({ shelf: Type.Optional(Id), ...paging })
export const ReservationList = closed({ reservations: Type.Array(Reservation), next: Type.Optional(Id) })

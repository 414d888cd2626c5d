import type { Order, OrderDecision, ShipmentJson } from '@tongqu/tariff'
import type { BookRefusal, Extra, LinePlace } from './book/index.ts'
import { type OrderTotals, totalsOf } from './totals.ts'

/** An order with its decision, as it leaves the planner. */
export interface PlannedOrder {
  readonly order: Order
  readonly extra: Extra
  readonly places: readonly LinePlace[]
  readonly decision: OrderDecision
}

/** An order as it is kept: its decision is text already, made where it was decided. */
export interface OrderToKeep extends Omit<PlannedOrder, 'decision'> {
  readonly decision: Pick<OrderDecision, 'cny' | 'usd' | 'chosen'>
  readonly totals: OrderTotals
  /** The whole decision as JSON. */
  readonly decisionJson: string
}

/** A piece of a plan as it is kept. */
export type PieceToKeep =
  | (Omit<Extract<PlanPiece, { kind: 'orders' }>, 'orders'> & {
      readonly orders: readonly OrderToKeep[]
      /** How much of the file had been read by then, from 0 to 1. */
      readonly share: number
    })
  | Extract<PlanPiece, { kind: 'end' }>

/** @param share how much of the file has been read, from 0 to 1 */
export function toKeep(piece: PlanPiece, share = 1): PieceToKeep {
  if (piece.kind === 'end') return piece
  const orders = piece.orders.map(({ decision, ...rest }) => ({
    ...rest,
    decision: { cny: decision.cny, usd: decision.usd, chosen: decision.chosen },
    totals: totalsOf(decision),
    decisionJson: JSON.stringify(decision),
  }))
  return { ...piece, orders, share }
}

/** A warning of the engine; its text is rendered in the reader's language. */
export interface PlanWarning {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

/** What planning a book gives, piece by piece; the end comes last. */
export type PlanPiece =
  | {
      readonly kind: 'orders'
      readonly orders: readonly PlannedOrder[]
      readonly refused: readonly BookRefusal[]
    }
  | {
      readonly kind: 'end'
      readonly shipments: readonly ShipmentJson[]
      readonly warnings: readonly PlanWarning[]
      readonly bookWarnings: readonly BookRefusal[]
      /** Orders that were refused; one may have several refusals, and a refusal may be about no order. */
      readonly refusedOrders: number
      /** Whether all of the file was read. */
      readonly complete: boolean
    }

import type { Order, OrderDecision, ShipmentJson } from '@tongqu/tariff'
import type { BookRefusal, Extra, LinePlace } from './book/index.ts'

/** An order with its decision, as it leaves the planner. */
export interface PlannedOrder {
  readonly order: Order
  readonly extra: Extra
  readonly places: readonly LinePlace[]
  readonly decision: OrderDecision
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

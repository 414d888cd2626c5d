import type { Order, OrderDecision, ShipmentJson } from '@tongqu/tariff'
import type { BookRefusal, LinePlace } from './book/index.ts'

/** The tables' rows as statements give them back; bigints are text. */
export interface PlanRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly name: string
  readonly file: string
  readonly kind: 'xlsx' | 'csv' | 'json'
  readonly state: 'waiting' | 'reading' | 'done' | 'failed' | 'cancelled'
  readonly read: number
  readonly percent: number
  readonly created_at: Date
  readonly date: string
  readonly fx: Readonly<Record<string, string>>
  readonly ruleset_id: string | null
  readonly ruleset_digest: string | null
  readonly rates: Readonly<Record<string, string>> | null
  readonly planned: number
  readonly refused: number
  readonly taxes: string
  readonly refund: string
  readonly net_cost: string
  readonly shipments: readonly ShipmentJson[]
  readonly warnings: readonly StoredRemark[]
  readonly failure: StoredRemark | null
  readonly created_by: { readonly zh: string; readonly en?: string } | null
  readonly party: { readonly zh: string; readonly en?: string } | null
}

export interface StoredRemark {
  readonly code: string
  readonly text: { readonly zh: string; readonly en: string }
  readonly place?: string
}

export interface OrderRow extends Record<string, unknown> {
  readonly position: number
  readonly order_no: string
  readonly shipment: string | null
  readonly direction: string
  readonly channel: string
  readonly country: string
  readonly lines: number
  readonly cny: string
  readonly usd: string
  readonly chosen: string | null
  readonly taxes: string
  readonly refund: string
  readonly net_cost: string
  readonly overridden: StoredOverride | null
}

export interface OrderWholeRow extends OrderRow {
  readonly input: Order
  readonly places: readonly LinePlace[]
  readonly decision: OrderDecision
}

/** The trader's own choice, with who made it and why. */
export interface StoredOverride {
  readonly mode: string
  readonly reason: string
  readonly by: { readonly zh: string; readonly en: string }
  readonly at: string
}

export interface RefusedRow extends Record<string, unknown> {
  readonly position: number
  readonly refusal: BookRefusal
}

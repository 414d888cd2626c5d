import type { Order, OrderDecision } from '@tongqu/tariff'
import type { Shortfall } from '../cover/want.ts'
import type { Extra } from '../plan/book/item.ts'
import type { Profile } from './declarant/profile.ts'
import type { WrongValue } from './form/assemble.ts'
import type { Missing } from './form/form.ts'
import type { Content, Kind } from './form/kinds.ts'
import type { Mismatch } from './form/match.ts'
import type { DeclarationState, Role } from './life/declaration-state.ts'
import type { RecordState } from './life/states.ts'

/* The tables' rows as statements give them back. */

/** Why a draft cannot go out. */
export interface Held {
  readonly missing: readonly Missing[]
  readonly wrong: readonly WrongValue[]
  readonly mismatches: readonly Mismatch[]
  /** Number of the declaration that has already told the customs of this sale. */
  readonly already?: string
  /** What of a guarantee or a bonded book is lacking. */
  readonly short?: readonly Shortfall[]
}

/** Fields that were given beyond the book, by name; lines by their number from 1. */
export interface GivenOfOrder {
  readonly order?: Extra
  readonly lines?: Readonly<Record<string, Extra>>
}

/** What was given for a declaration: for all its orders, and over that for one of them by its number. */
export interface Given extends GivenOfOrder {
  readonly orders?: Readonly<Record<string, GivenOfOrder>>
}

export interface DeclarantRow extends Record<string, unknown> {
  readonly party_id: string
  readonly dxp_id: string
  readonly profile: Profile
  readonly changed_at: Date
}

export interface DeclarationRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  /** Null: it is about no order of a plan. */
  readonly plan_id: string | null
  /** Where it covers exactly one order of its plan. */
  readonly order_no: string | null
  readonly mode: string
  readonly form: string
  readonly direction: 'export' | 'import'
  readonly day: string
  readonly created_at: Date
  readonly state: DeclarationState
  readonly state_at: Date
  readonly is_contradicted: boolean
  readonly held: Held | null
  readonly given: Given
  readonly waiting_since: Date | null
}

export interface RecordRow extends Record<string, unknown> {
  readonly id: string
  readonly declaration_id: string
  readonly party_id: string
  readonly kind: Kind
  readonly role: Role
  readonly key: string
  readonly content: Content
  readonly state: RecordState
  readonly is_ready: boolean
  readonly attempt: number
  readonly after: string
  readonly told_level: number | null
  readonly told_rank: number | null
  readonly told_time: string | null
  readonly told_code: string | null
  readonly told_info: string | null
  readonly is_known: boolean
  readonly is_released: boolean
  readonly is_rejected: boolean
  readonly released_time: string | null
  readonly pre_no: string | null
  readonly list_no: string | null
  readonly window_no: string | null
  readonly message_id: string | null
  readonly sent_at: Date | null
  readonly answered_at: Date | null
}

/** An order of a plan with what its declaration needs beyond the plan. */
export interface PlannedRow extends Record<string, unknown> {
  readonly position: number
  readonly order_no: string
  readonly direction: 'export' | 'import'
  readonly chosen: string | null
  readonly input: Order
  readonly places: { readonly extra: Extra; readonly lines: readonly { readonly extra: Extra }[] }
  readonly decision: OrderDecision
  /** The mode that its trader chose instead. */
  readonly overridden?: { readonly mode: string } | null
  /** Mode that it is declared under, where that is not the one chosen: a container's other orders decided it. */
  readonly declared_mode?: string | null
  /** Its lines that are declared, by number; null: all. */
  readonly declared_lines?: readonly number[] | null
}

import type { CustomsMode } from './order.ts'
import type { RuleUse } from './rules/rule.ts'

/** Why a mode is allowed, refused or undetermined. The code is stable; its text is rendered at the edge. */
export interface Reason {
  readonly code: string
  readonly params: Readonly<Record<string, string>> | undefined
  /** Number of the line it is about, from 1; undefined: the order. */
  readonly line: number | undefined
  /** The rule it rests on. */
  readonly rule: RuleUse | undefined
  /** refuses: not allowed; needs: undetermined until it is known; notes: worth knowing. */
  readonly effect: 'refuses' | 'needs' | 'notes'
}

/** What would open a refused mode. */
export type Remedy =
  | { readonly code: 'split'; readonly declarations: number }
  | { readonly code: 'obtain'; readonly what: string }

/** A legal day that follows from the order. */
export interface Deadline {
  readonly what: string
  readonly from?: string
  readonly until: string
}

/** Amounts of one order under one mode, in cents of CNY. */
export interface Taxes {
  readonly duty: number
  readonly exportDuty: number
  readonly consumptionTax: number
  readonly vat: number
  readonly postal: number
  readonly assessed: number
  readonly total: number
}

/** Amounts of one line, in cents of CNY. */
export interface LineTaxes {
  readonly line: number
  readonly dutiableValue: number
  duty: number
  exportDuty: number
  consumptionTax: number
  vat: number
  postal: number
  assessed: number
  refund: number
}

export interface ModeAmounts {
  readonly taxes: Taxes
  readonly refund: number
  /** Taxes borne, plus assessed taxes, less refund. */
  readonly netCost: number
  readonly lines: readonly LineTaxes[]
  readonly documents: readonly string[]
  readonly deadlines: readonly Deadline[]
}

export interface ModePlan {
  readonly mode: CustomsMode
  readonly allowed: true | false | 'undetermined'
  readonly reasons: readonly Reason[]
  /** Only where the mode is allowed. */
  readonly amounts: ModeAmounts | undefined
  readonly remedy: Remedy | undefined
  /** Versions of the parameters that were used. */
  readonly rules: readonly RuleUse[]
}

/** An order, or a field of it, that could not be taken. */
export interface Refusal {
  readonly orderNo: string
  /** Number of the line, from 1; absent: the order's own field. */
  readonly line?: number
  /** Row of the sheet, where the caller knows it. */
  readonly row?: number
  /** Field of the layout. */
  readonly column: string
  readonly code: string
  readonly params?: Readonly<Record<string, string>>
}

/** One step of a course: the status, seconds after the step before, and what the receipt says beside it. */
export interface Step {
  readonly status: number | string
  readonly after: readonly [number, number]
  readonly code?: string
  readonly text?: string
}

/** A way that a record may take through the counter. */
export interface Course {
  readonly name: string
  /** Weight among the courses of its family. */
  readonly share: number
  /** Course of the same record sent again after a refusal; drawn anew where it is left out. */
  readonly again?: string
  readonly steps: readonly Step[]
}

/** Rates in per cent of goods whose code begins so. */
export interface TaxRate {
  readonly gcode: string
  readonly duty: string
  readonly vat: string
  readonly consumption: string
}

/** How the counter behaves; `ordinary.yaml` states every value with its meaning and source. */
export interface Scenario {
  readonly title: { readonly zh: string; readonly en: string }
  readonly seed: string
  readonly receivers: { readonly import: string; readonly export: string; readonly other: string }
  readonly signature: 'required' | 'present' | 'ignored'
  readonly certificates: readonly string[]
  readonly keys: readonly string[]
  readonly receiptsPerMessage: number
  readonly companies: { readonly known: readonly string[]; readonly unknown: readonly string[] }
  readonly limits: {
    readonly single: string
    readonly yearly: string
    readonly simplified: string
    readonly market: string
    readonly declarationLines: number
    readonly returnDays: number
    readonly waybillDays: number
  }
  readonly rules: {
    readonly waitForDocuments: number
    readonly payerIsBuyer: boolean
    readonly identityCard: boolean
    readonly daysBack: number
    readonly daysAhead: number
    readonly receiptsUntil: string
  }
  readonly taxBills: {
    readonly share: number
    readonly after: readonly [number, number]
    readonly summedAfterDays: number
    readonly rates: readonly TaxRate[]
  }
  readonly disturbances: {
    readonly copies: { readonly share: number; readonly times: number }
    readonly disorder: { readonly share: number; readonly within: number }
    readonly unknownStatus: { readonly share: number }
    readonly stranger: { readonly share: number }
    readonly late: { readonly share: number; readonly after: readonly [number, number] }
  }
  readonly courses: Readonly<Record<string, readonly Course[]>>
  readonly words: Readonly<Record<string, { readonly code: string; readonly text: string }>>
}

/** A scenario that cannot be used; the message names the place. */
export class ScenarioError extends Error {}

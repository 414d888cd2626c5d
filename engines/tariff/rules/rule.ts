import type { Strength } from '@tongqu/rules/parameters'

/** Which version of which parameter a decision used; kept with the plan for audit. */
export interface RuleUse {
  readonly id: string
  readonly from: string
  readonly to?: string
  readonly source: string
  readonly strength: Strength
}

/** A parameter as the engine wants it; `value` undefined: not in force that day, so nothing may rest on it. */
export interface Rule<T> {
  readonly id: string
  readonly value: T | undefined
  readonly use: RuleUse | undefined
}

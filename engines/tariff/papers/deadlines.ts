import { addMonths, nextMonthStart, nextYear } from '../amount/day.ts'
import type { Rule } from '../rules/rule.ts'
import type { Ruleset } from '../rules/ruleset.ts'

/** A legal term with the rules it rests on; `value` undefined: a rule is not in force that day. */
export interface Term<T> {
  readonly value: T | undefined
  /** Ids of the parameters that are missing. */
  readonly missing: readonly string[]
}

export interface RefundWindow {
  readonly declareFrom: string
  readonly declareUntil: string
  /** Last day on which it is still possible; later is a deemed domestic sale. Undefined: no such rule. */
  readonly lastDay: string | undefined
}

function missing(...rules: readonly Rule<unknown>[]): string[] {
  return rules.filter(rule => rule.value === undefined).map(rule => rule.id)
}

/**
 * When the refund of goods exported on a day (ISO) is declared: from the month after, until the stated day of
 * the next year, at the latest so many months after the export. Rules of the export's day.
 */
export function refundWindow(exported: string, rules: Ruleset): Term<RefundWindow> {
  const { declareUntil, lastMonths } = rules.refund
  if (declareUntil.value === undefined) return { value: undefined, missing: missing(declareUntil) }
  const lastDay = lastMonths.value === undefined ? undefined : addMonths(exported, lastMonths.value)
  return {
    value: {
      declareFrom: nextMonthStart(exported),
      declareUntil: nextYear(exported, declareUntil.value),
      lastDay,
    },
    missing: [],
  }
}

/** What a refund claim on a day means: in its window, late but possible, or a deemed domestic sale. */
export function refundStanding(
  claimed: string,
  window: RefundWindow,
): 'early' | 'in_time' | 'late' | 'deemed_domestic_sale' {
  if (claimed < window.declareFrom) return 'early'
  if (claimed <= window.declareUntil) return 'in_time'
  return window.lastDay !== undefined && claimed > window.lastDay ? 'deemed_domestic_sale' : 'late'
}

/** When a 9810 pre-refund done on a day is settled; not settled by then, it is recovered. */
export function preRefundWindow(refunded: string, rules: Ruleset): Term<{ from: string; until: string }> {
  const { preRefundUntil } = rules.refund
  if (preRefundUntil.value === undefined) return { value: undefined, missing: missing(preRefundUntil) }
  return {
    value: { from: nextMonthStart(refunded), until: nextYear(refunded, preRefundUntil.value) },
    missing: [],
  }
}

/** Last day on which goods exported under a mode come back free of import tax; undefined: not covered. */
export function reimportUntil(exported: string, mode: string, rules: Ruleset): string | undefined {
  const free = rules.bonded.reimport.value
  return free?.modes.some(one => one === mode) ? addMonths(exported, free.months) : undefined
}

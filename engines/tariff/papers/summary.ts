import type { Ruleset } from '../rules/ruleset.ts'

/** One line of a released 9610 export list; facts by name, as the rule's keys name them. */
export interface SummaryLine {
  /** consignor, transportMode, producer, arrivalCountry, exitCustoms, finalCountry, hsCode, currency … */
  readonly facts: Readonly<Record<string, string>>
  /** Cents of the currency. */
  readonly value: number
  /** Thousandths of a kilogram. */
  readonly netGrams: number
}

export interface MergedLine {
  readonly facts: Readonly<Record<string, string>>
  readonly value: number
  readonly netGrams: number
  /** How many list lines went into it. */
  readonly merged: number
}

export interface SummaryDeclaration {
  readonly head: Readonly<Record<string, string>>
  readonly lines: readonly MergedLine[]
}

export type Summary =
  | { readonly declarations: readonly SummaryDeclaration[] }
  /** A line lacks a fact by which lines are merged, or no such rule is in force. */
  | { readonly refused: readonly { readonly code: string; readonly line?: number; readonly what: string }[] }

/**
 * Monthly summary (清单核放、汇总申报): lines whose head and body agree are merged; lines of one head go into
 * declarations of at most so many lines. Sums are kept; the order is that of first appearance.
 */
export function monthlySummary(lines: readonly SummaryLine[], rules: Ruleset): Summary {
  const rule = rules.retail.summary
  if (rule.value === undefined) return { refused: [{ code: 'needs.parameter', what: rule.id }] }
  const { head, body, max_lines } = rule.value
  const refused = lines.flatMap((line, i) =>
    [...head, ...body]
      .filter(key => !line.facts[key])
      .map(what => ({ code: 'summary.fact_missing', line: i + 1, what })),
  )
  if (refused.length > 0) return { refused }
  const declarations: SummaryDeclaration[] = []
  for (const group of Map.groupBy(lines, line => keyOf(line, head)).values()) {
    const merged = mergeLines(group, [...head, ...body])
    for (let from = 0; from < merged.length; from += max_lines) {
      declarations.push({ head: pick(group[0]!, head), lines: merged.slice(from, from + max_lines) })
    }
  }
  return { declarations }
}

function mergeLines(lines: readonly SummaryLine[], keys: readonly string[]): MergedLine[] {
  return [...Map.groupBy(lines, line => keyOf(line, keys)).values()].map(same => ({
    facts: pick(same[0]!, keys),
    value: same.reduce((sum, line) => sum + line.value, 0),
    netGrams: same.reduce((sum, line) => sum + line.netGrams, 0),
    merged: same.length,
  }))
}

const keyOf = (line: SummaryLine, keys: readonly string[]): string =>
  JSON.stringify(keys.map(key => line.facts[key]))

const pick = (line: SummaryLine, keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(keys.map(key => [key, line.facts[key]!]))

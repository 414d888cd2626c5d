import { type DayContext, derive } from '../context.ts'
import type { LineFacts } from '../facts/facts.ts'
import type { RuleUse } from '../rules/rule.ts'
import type { Verdict } from '../verdict.ts'

/** The tariff edition as something a decision rests on: it is named and kept like a rule. */
export function editionUse(day: DayContext): RuleUse {
  return derive(day, 'edition.use', () => {
    const { id, year, source } = day.tables.edition
    return Object.freeze({
      id: `tariff.${id}`,
      from: `${year}-01-01`,
      source,
      strength: 'secondary' as const,
    })
  })
}

/** Says once for a mode which edition its rates come from. */
export function noteEdition(day: DayContext, verdict: Verdict): void {
  const use = editionUse(day)
  if (verdict.rules.includes(use)) return
  verdict.use(use)
  verdict.reasons.push(
    derive(day, 'edition.reason', () => ({
      code: 'tariff.edition',
      params: { id: day.tables.edition.id, year: String(day.tables.edition.year) },
      line: undefined,
      rule: use,
      effect: 'notes' as const,
    })),
  )
}

/** Says that a line's code is not in the table: it is then planned by the rates it carries. */
export function noteUnknownCode(line: LineFacts, verdict: Verdict): void {
  if (line.goods.known) return
  const said = verdict.reasons.some(one => one.line === line.no && one.code === 'tariff.code_not_in_table')
  if (!said) verdict.note('tariff.code_not_in_table', undefined, { code: line.goods.code }, line.no)
}

import type { Strength } from '@tongqu/rules/parameters'
import { type DayContext, derive } from '../context.ts'
import type { LineFacts } from '../facts/facts.ts'
import type { RuleUse } from '../rules/rule.ts'
import type { Sourced } from '../tables/tables.ts'
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

type TableName = 'refund_rates' | 'postal_rates' | 'positive_list' | 'unit_taxes' | 'origin_measures'
type Fact = Pick<Sourced<unknown>, 'from' | 'source' | 'strength'>

const STRENGTHS: readonly Strength[] = ['official', 'secondary', 'weak', 'assumed']
const uses = new WeakMap<Fact, RuleUse>()

/** A row of a dated table as something a decision rests on. */
export function factUse(day: DayContext, table: TableName, fact: Fact): RuleUse {
  let use = uses.get(fact)
  if (use === undefined) {
    const { from, source } = fact
    // A row that does not say how well it is founded, or is an example, is no more than an assumption.
    const strength = STRENGTHS.find(one => one === fact.strength) ?? 'assumed'
    use = derive(day, `fact ${table} ${from} ${strength} ${source}`, () =>
      Object.freeze({ id: `table.${table}`, from, source, strength }),
    )
    uses.set(fact, use)
  }
  return use
}

/** Says once for a mode from which table, and on what source, a line's rate or listing comes. */
export function noteFact(day: DayContext, table: TableName, fact: Fact, verdict: Verdict): void {
  const use = factUse(day, table, fact)
  if (verdict.rules.includes(use)) return
  verdict.use(use)
  verdict.note(`table.${table}`, use)
}

/** Says that a line's code is not in the table: it is then planned by the rates it carries. */
export function noteUnknownCode(line: LineFacts, verdict: Verdict): void {
  if (line.goods.known) return
  const said = verdict.reasons.some(one => one.line === line.no && one.code === 'tariff.code_not_in_table')
  if (!said) verdict.note('tariff.code_not_in_table', undefined, { code: line.goods.code }, line.no)
}

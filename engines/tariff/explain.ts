import { difference } from '@tongqu/rules/parameters'
import { type DayContext, dayContext, type ExchangeRates, type PlanContext } from './context.ts'
import type { Order } from './order.ts'
import { type OrderPlan, type OrderRefused, planOrder } from './plan.ts'
import type { RuleUse } from './rules/rule.ts'
import { compileRuleset, type Ruleset } from './rules/ruleset.ts'
import type { TariffTables } from './tables/tables.ts'

/** Something that differs between two plans of one order. */
export interface Cause {
  readonly kind: 'parameter' | 'tables' | 'fx'
  /** Id of the parameter; edition of the tables; "customs", "refund" … for rates. */
  readonly id: string
  /** Version before and after; undefined: not in force. */
  readonly before: Version | undefined
  readonly after: Version | undefined
  /** Whether this alone, put into the first plan, changes its outcome. */
  readonly decisive: boolean
}

type Version = Omit<RuleUse, 'id' | 'strength'>

export interface Difference {
  readonly before: OrderPlan | OrderRefused
  readonly after: OrderPlan | OrderRefused
  /** Whether modes, amounts, reasons or the choice differ (deadlines follow the date and do not count). */
  readonly changed: boolean
  readonly causes: readonly Cause[]
}

/**
 * Plans the same order in two contexts, each on the context's own date (it stands over the order's here), and
 * says which rule versions, tables or rates differ, and which of them alone changes the first plan's outcome.
 */
export function explainDifference(
  order: Order,
  a: PlanContext,
  b: PlanContext,
  usedBefore?: number,
): Difference {
  const dayA = dayContext(a, a.date)
  const dayB = dayContext(b, b.date)
  const planned = { ...order, date: a.date }
  const before = planOrder(planned, a, usedBefore)
  const after = planOrder({ ...order, date: b.date }, b, usedBefore)
  const base = outcome(before)
  const changes = (swap: Swap): boolean =>
    outcome(planOrder(planned, swapped(a, dayA, swap), usedBefore)) !== base
  return {
    before,
    after,
    changed: base !== outcome(after),
    causes: [
      ...parameterCauses(dayA, dayB, [before, after], changes),
      ...tableCause(dayA, dayB, changes),
      ...rateCause(dayA, dayB, changes),
    ],
  }
}

interface Swap {
  readonly rules?: Ruleset
  readonly tables?: TariffTables
  readonly fx?: ExchangeRates
}

function swapped(context: PlanContext, day: DayContext, swap: Swap): PlanContext {
  return {
    ...context,
    rulesetAt: () => swap.rules ?? day.rules,
    tablesAt: () => swap.tables ?? day.tables,
    fx: swap.fx ?? day.fx,
  }
}

function parameterCauses(
  a: DayContext,
  b: DayContext,
  plans: readonly (OrderPlan | OrderRefused)[],
  changes: (swap: Swap) => boolean,
): Cause[] {
  const used = new Set(plans.flatMap(usedIds))
  return difference(a.rules.snapshot, b.rules.snapshot).flatMap(({ id, before, after }) => {
    const decisive = changes({ rules: compileRuleset(a.rules.snapshot.with(id, after)) })
    if (!decisive && !used.has(id)) return []
    return [{ kind: 'parameter' as const, id, before: version(before), after: version(after), decisive }]
  })
}

const usedIds = (plan: OrderPlan | OrderRefused): string[] =>
  'refused' in plan ? [] : plan.modes.flatMap(mode => mode.rules.map(rule => rule.id))

/** The other day's tables on this day: another edition, or other dated rates of the same one. */
function tableCause(a: DayContext, b: DayContext, changes: (swap: Swap) => boolean): Cause[] {
  const tables: TariffTables = { edition: b.tables.edition, on: () => b.goods }
  const decisive = changes({ tables })
  if (!decisive && a.tables.edition.id === b.tables.edition.id) return []
  const of = ({ tables }: DayContext): Version => ({
    from: `${tables.edition.year}-01-01`,
    source: `${tables.edition.id}: ${tables.edition.source}`,
  })
  return [{ kind: 'tables', id: b.tables.edition.id, before: of(a), after: of(b), decisive }]
}

function rateCause(a: DayContext, b: DayContext, changes: (swap: Swap) => boolean): Cause[] {
  const registers = ['customs', 'refund', 'settlement'] as const
  return registers.flatMap(id => {
    if (JSON.stringify(a.fx[id]) === JSON.stringify(b.fx[id])) return []
    const decisive = changes({ fx: { ...a.fx, [id]: b.fx[id] } })
    const of = (day: DayContext): Version => ({ from: day.day, source: JSON.stringify(day.fx[id]) })
    return [{ kind: 'fx' as const, id, before: of(a), after: of(b), decisive }]
  })
}

function version(entry: (Version & { readonly to?: string }) | undefined): Version | undefined {
  if (entry === undefined) return undefined
  const { from, to, source } = entry
  return { from, ...(to === undefined ? {} : { to }), source }
}

/** What a person would call the result: value, modes, reasons, amounts, choice; no days and no sources. */
function outcome(plan: OrderPlan | OrderRefused): string {
  if ('refused' in plan) return JSON.stringify(plan.refused)
  const modes = plan.modes.map(({ mode, allowed, reasons, amounts }) => ({
    mode,
    allowed,
    reasons: reasons
      .filter(one => !one.code.startsWith('tariff.edition'))
      .map(({ code, line }) => [code, line]),
    taxes: amounts?.taxes,
    refund: amounts?.refund,
    documents: amounts?.documents,
  }))
  return JSON.stringify({ value: plan.facts.value, modes, chosen: plan.chosen, breakEven: plan.breakEven })
}

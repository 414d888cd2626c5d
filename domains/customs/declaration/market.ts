import { type MarketLine, marketDeclaration, planOrder, type ShipmentJson } from '@tongqu/tariff'
import { planContext } from '../plan/run.ts'
import type { Desk } from './env.ts'
import type { WrongValue } from './form/assemble.ts'
import type { CodeBook } from './form/codes.ts'
import type { PlannedRow } from './rows.ts'

/* Market procurement (1039): which orders go in one declaration, and by which lines they are declared. */

export const MARKET = '1039'

/** Orders that go in one declaration, by the plan of their container. */
export interface Group {
  readonly orders: readonly string[]
  /** Lines that leave the container, by order. */
  readonly leave: ReadonlyMap<string, ReadonlySet<number>>
}

/**
 * The group of each order that a container's plan consolidates. An order that the plan spreads over several
 * declarations is one by itself, which is above the limit: it is split in the book first.
 */
export function groupsOf(shipments: readonly ShipmentJson[]): ReadonlyMap<string, Group> {
  const found = new Map<string, Group>()
  for (const { mode, declarations, leave: gone } of shipments) {
    if (mode !== MARKET) continue
    const leaving = [...Map.groupBy(gone, each => each.orderNo)]
    const leave = new Map(leaving.map(([order, lines]) => [order, new Set(lines.map(each => each.line))]))
    const times = Map.groupBy(
      declarations.flatMap(({ orders }) => orders),
      order => order,
    )
    const isWhole = (order: string) => times.get(order)!.length === 1
    for (const { orders } of declarations) {
      const whole = { orders: orders.filter(isWhole), leave }
      for (const order of orders)
        found.set(order, isWhole(order) ? whole : (found.get(order) ?? { orders: [order], leave }))
    }
  }
  return found
}

/** Whether an order goes with its container's others: its trader has not chosen another mode since. */
export const goesAlong = ({ overridden }: PlannedRow): boolean => !overridden || overridden.mode === MARKET

/** An order as its container's declaration has it. */
export function inGroup(row: PlannedRow, { leave }: Group): PlannedRow {
  const gone = leave.get(row.order_no)
  const all = row.input.lines.map((_, n) => n + 1)
  return { ...row, declared_mode: MARKET, declared_lines: gone ? all.filter(line => !gone.has(line)) : null }
}

/** What the law of the day of declaring makes of orders that go in one declaration. */
export type Judged = { readonly lines: readonly MarketLine[] | undefined } | { readonly wrong: WrongValue }

/**
 * Judges the orders anew, by the rules and rates of the day of declaring: the limit of the declaration, and the lines
 * after simplified declaration.
 */
export function judgedAt(
  desk: Desk,
  { day, codes }: { readonly day: string; readonly codes: CodeBook },
  orders: readonly PlannedRow[],
): Judged {
  const context = planContext({ tables: codes.plan, rules: desk.rules, date: day })
  const made = orders.map(({ input }) => planOrder({ ...input, date: day }, context))
  const plans = made.flatMap(each => ('refused' in each ? [] : [each]))
  if (plans.length < made.length) return { wrong: WRONG['order.refused']! }
  const lines = new Map(
    orders.flatMap(({ order_no, declared_lines }) =>
      declared_lines ? [[order_no, new Set(declared_lines)] as const] : [],
    ),
  )
  const judged = marketDeclaration(plans, lines)
  return 'refused' in judged ? { wrong: WRONG[judged.refused]! } : { lines: judged.lines }
}

const wrong = (code: string, zh: string, en: string): WrongValue => ({
  message: 'DecMessage',
  element: 'DecLists',
  code,
  text: { zh, en },
})

const WRONG: Readonly<Record<string, WrongValue>> = {
  'market.declaration_limit': wrong(
    'declaration.above_limit',
    '按申报当日的汇率，货值超过市场采购每票报关单的限额：请重新规划，分票申报',
    'At the rates of the day of declaring it is worth more than a market-procurement declaration may be: plan it anew, in several',
  ),
  'needs.fx': wrong(
    'declaration.no_rate',
    '没有申报当日的汇率，无法核对限额：请装入汇率表',
    'There is no exchange rate for the day of declaring, and the limit cannot be judged: load the rates',
  ),
  'needs.parameter': wrong(
    'declaration.no_limit',
    '规则没有说明申报当日的限额',
    'No rule says the limit of the day of declaring',
  ),
  'order.refused': wrong(
    'declaration.plan_anew',
    '按申报当日的规则，订单无法规划：请重新规划',
    'By the rules of the day of declaring an order cannot be planned: plan it anew',
  ),
}

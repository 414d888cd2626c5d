import { sm3 } from '@tongqu/kernel/crypto'
import type { OpenedFile } from '@tongqu/kernel/files'
import { BookPlanner, decisionOf, type PlanContext } from '@tongqu/tariff'
import type { Rulebook } from '../rules/of-packs.ts'
import type { PlanTables } from '../tables/index.ts'
import { type BookRefusal, type OrderItem, readBook } from './book/index.ts'
import type { PlannedOrder, PlanPiece } from './pieces.ts'
import { bookRefusal } from './refused-order.ts'

export interface RunOptions {
  readonly file: OpenedFile
  readonly kind: 'xlsx' | 'csv' | 'json'
  /** Name of a CSV in messages. */
  readonly name?: string
  readonly tables: PlanTables
  readonly rules: Rulebook
  /** Day of orders that state none. */
  readonly date: string
  /** CNY per unit, standing over the registers' rates. */
  readonly fx?: Readonly<Record<string, string>>
}

/** Orders that one piece carries. */
const PIECE = 250

/** The engine's context for a book: rules, tables and rates by day, with the rates that were handed in on top. */
export function planContext(options: Pick<RunOptions, 'tables' | 'rules' | 'date' | 'fx'>): PlanContext {
  const { tables, rules, date, fx = {} } = options
  return {
    date,
    rulesetAt: rules.rulesetAt,
    tablesAt: tables.tablesAt,
    fx: day => {
      const { customs, refund, settlement } = tables.ratesAt(day)
      return {
        customs: { ...customs, ...fx },
        refund: { ...refund, ...fx },
        settlement: { ...settlement, ...fx },
      }
    },
  }
}

/** The hash that rulesets are named by. */
export const rulesHash = (text: string): string => `sm3:${sm3(text)}`

/** Reads an order book and plans it, order by order; pieces come in the order of the book, the end last. */
export async function* runPlan(options: RunOptions): AsyncGenerator<PlanPiece, void, undefined> {
  const { file, kind, name, tables } = options
  const planner = new BookPlanner(planContext(options), { hash: rulesHash, keepOrders: false })
  const bookWarnings: BookRefusal[] = []
  let orders: PlannedOrder[] = []
  let refused: BookRefusal[] = []
  let refusedOrders = 0
  let complete = true
  for await (const item of readBook(file, { kind, tables: tables.book, ...(name && { name }) })) {
    if (item.kind === 'order') refusedOrders += planOne(planner, item, orders, refused)
    else if (item.kind === 'refused') refused.push(item.refused)
    else if (item.kind === 'warning') bookWarnings.push(item.warning)
    else {
      complete = item.totals.complete
      refusedOrders += item.totals.refusedOrders
    }
    if (orders.length + refused.length < PIECE) continue
    yield { kind: 'orders', orders, refused }
    orders = []
    refused = []
  }
  if (orders.length + refused.length > 0) yield { kind: 'orders', orders, refused }
  const { shipments } = planner.finish()
  yield { kind: 'end', shipments, warnings: planner.warnings(), bookWarnings, refusedOrders, complete }
}

/** @returns how many orders the engine refused: one or none */
function planOne(
  planner: BookPlanner,
  item: OrderItem,
  orders: PlannedOrder[],
  refused: BookRefusal[],
): number {
  const { order, extra, rows: places } = item
  const made = planner.add(order)
  if ('refused' in made) {
    refused.push(...made.refused.map(refusal => bookRefusal(refusal, places)))
    return 1
  }
  orders.push({ order, extra, places, decision: decisionOf(made) })
  return 0
}

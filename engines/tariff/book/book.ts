import { formatCents } from '../amount/cents.ts'
import { yearOf } from '../amount/day.ts'
import { dayContext, type PlanContext } from '../context.ts'
import type { Order } from '../order.ts'
import { type OrderPlan, type OrderRefused, planOrder } from '../plan.ts'
import type { Refusal } from '../reason.ts'
import { type OrderJson, type RefusalJson, renderOrder, renderRefusal } from '../render.ts'
import { renderText } from '../text/render.ts'
import type { Lang } from '../text/texts.ts'
import { BuyerYears } from './buyers.ts'
import { ProducerMonths } from './producers.ts'
import { planShipment, type ShipmentJson } from './shipments.ts'

/** The plan of a book, exactly as the order-book layout has it. */
export interface BookPlan {
  readonly date: string
  readonly ruleset: { readonly id: string; readonly asAt: string; readonly digest: string }
  /** CNY per unit at the customs' rate. */
  readonly fx: Readonly<Record<string, string>>
  readonly orders: readonly OrderJson[]
  readonly shipments: readonly ShipmentJson[]
  readonly warnings: readonly { readonly code: string; readonly text: string }[]
  readonly refused: readonly RefusalJson[]
  readonly totals: {
    readonly orders: number
    readonly planned: number
    readonly refused: number
    readonly taxes: string
    readonly refund: string
  }
}

/** A warning about the whole book; its text is rendered in the reader's language. */
export interface BookWarning {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

export interface BookOptions {
  /** Digest of a text, e.g. "sm3:…": the engine has no hash of its own. */
  readonly hash: (text: string) => string
  /** Id of the rules; default "cn". */
  readonly rulesetId?: string
  /** False: orders are not kept for `finish()`, for a caller that writes each one out as it comes. */
  readonly keepOrders?: boolean
  /** The planner of the part of the book that came before: the buyers' yearly amounts go on from it. */
  readonly after?: BookPlanner
}

/** Plans a book order by order; what spans orders (shipments, warnings, totals) is given at the end. */
export class BookPlanner {
  readonly #context: PlanContext
  readonly #options: BookOptions
  readonly #lang: Lang
  readonly #orders: OrderJson[] = []
  readonly #refused: RefusalJson[] = []
  readonly #refusedOrders = new Set<string>()
  readonly #numbers = new Set<string>()
  readonly #shipments = new Map<string, OrderPlan[]>()
  readonly #days = new Set<string>()
  readonly #buyers: BuyerYears
  readonly #producers = new ProducerMonths()
  #planned = 0
  #taxes = 0
  #refund = 0

  constructor(context: PlanContext, options: BookOptions) {
    this.#context = context
    this.#options = options
    this.#lang = context.lang ?? 'zh'
    this.#buyers = options.after === undefined ? new BuyerYears() : new BuyerYears(options.after.#buyers)
  }

  /** Plans one order; `row` is its row in the sheet, for refusals. */
  add(order: Order, row?: number): OrderPlan | OrderRefused {
    const made = this.#plan(order)
    if ('refused' in made) {
      for (const refusal of made.refused) this.refuse(row === undefined ? refusal : { ...refusal, row })
      return made
    }
    this.#numbers.add(order.orderNo)
    this.#count(made)
    if (this.#options.keepOrders !== false) this.#orders.push(renderOrder(made, this.#lang))
    return made
  }

  /** Enters a refusal that was found before the engine (a column, a cell); `text` of its own stands. */
  refuse(refusal: Refusal & { readonly text?: string }): void {
    this.#refused.push({ ...renderRefusal(refusal, this.#lang), ...(refusal.text && { text: refusal.text }) })
    this.#refusedOrders.add(refusal.orderNo)
  }

  /** The order's plan as JSON, in the language of the book. */
  render(plan: OrderPlan): OrderJson {
    return renderOrder(plan, this.#lang)
  }

  finish(): BookPlan {
    const { date } = this.#context
    const day = dayContext(this.#context, date)
    return {
      date,
      ruleset: {
        id: this.#options.rulesetId ?? 'cn',
        asAt: date,
        digest: day.rules.snapshot.digest(this.#options.hash),
      },
      fx: { ...day.fx.customs },
      orders: this.#orders,
      shipments: [...this.#shipments].flatMap(([name, plans]) => planShipment(name, plans)),
      warnings: this.warnings().map(({ code, params }) => ({
        code,
        text: renderText(code, params, this.#lang),
      })),
      refused: this.#refused,
      totals: {
        orders: this.#planned + this.#refusedOrders.size,
        planned: this.#planned,
        refused: this.#refusedOrders.size,
        taxes: formatCents(this.#taxes),
        refund: formatCents(this.#refund),
      },
    }
  }

  #plan(order: Order): OrderPlan | OrderRefused {
    const { orderNo } = order
    if (!this.#numbers.has(orderNo)) {
      const usedBefore = this.#buyers.before(order, order.date ?? this.#context.date)
      return planOrder(order, this.#context, usedBefore)
    }
    return {
      refused: [{ orderNo, column: 'orderNo', code: 'input.order_twice', params: { value: orderNo } }],
    }
  }

  #count(plan: OrderPlan): void {
    this.#planned++
    this.#days.add(plan.day)
    this.#buyers.add(plan)
    this.#producers.add(plan)
    const chosen = plan.modes.find(mode => mode.mode === plan.chosen)?.amounts
    this.#taxes += chosen?.taxes.total ?? 0
    this.#refund += chosen?.refund ?? 0
    const { shipment } = plan.order
    if (shipment === undefined || shipment === '') return
    const plans = this.#shipments.get(shipment)
    if (plans === undefined) this.#shipments.set(shipment, [plan])
    else plans.push(plan)
  }

  /** What a reader must know of the whole book, by code. The edition first: everything else rests on it. */
  warnings(): readonly BookWarning[] {
    const found = new Map<string, BookWarning>()
    for (const day of [...this.#days].sort()) {
      const { id, year } = dayContext(this.#context, day).tables.edition
      const planYear = yearOf(day)
      if (year === planYear) continue
      const code = year < planYear ? 'tariff.edition_is_older' : 'tariff.edition_is_newer'
      found.set(`${id} ${planYear}`, { code, params: { id, year: String(year), planYear: String(planYear) } })
    }
    const { unstated } = this.#buyers
    if (unstated > 0) {
      found.set('year', { code: 'retail.year_used_not_stated', params: { orders: String(unstated) } })
    }
    const { sharing } = this.#producers
    if (sharing > 0) {
      found.set('month', { code: 'refund.producer_month_shared', params: { orders: String(sharing) } })
    }
    return [...found.values()]
  }
}

/** Plans a whole book at once. */
export function planBook(orders: Iterable<Order>, context: PlanContext, options: BookOptions): BookPlan {
  const planner = new BookPlanner(context, options)
  for (const order of orders) planner.add(order)
  return planner.finish()
}

import { type Decimal, parseDecimal } from './amount/decimal.ts'
import type { DecimalText } from './order.ts'
import type { Ruleset } from './rules/ruleset.ts'
import type { GoodsOfDay, TariffTables } from './tables/tables.ts'

/** CNY for one unit of a currency, by ISO code. */
export type RateMap = Readonly<Record<string, DecimalText>>

/** The three registers of exchange rates; they are never mixed. */
export interface ExchangeRates {
  /** Customs' monthly rate: dutiable values and limits. */
  readonly customs: RateMap
  /** The tax office's rate for refunds. */
  readonly refund: RateMap
  readonly settlement: RateMap
}

export interface PlanContext {
  /** Day whose law decides, ISO; an order's own date stands over it. */
  readonly date: string
  /** Rules in force on a day; asked once a day. */
  readonly rulesetAt: (day: string) => Ruleset
  /** Tables for a day; asked once a day. */
  readonly tablesAt: (day: string) => TariffTables
  readonly fx: ExchangeRates | ((day: string) => ExchangeRates)
  /** The platform's own record of a buyer's yearly amount (CNY) where the order states none. */
  readonly yearUsed?: (buyerId: string, year: number) => DecimalText | undefined
  readonly lang?: 'zh' | 'en'
}

/** What every order of one day shares. */
export interface DayContext {
  readonly day: string
  readonly rules: Ruleset
  readonly tables: TariffTables
  readonly goods: GoodsOfDay
  readonly customsRates: ReadonlyMap<string, Decimal>
  readonly refundRates: ReadonlyMap<string, Decimal>
  readonly fx: ExchangeRates
  readonly context: PlanContext
  /** Things derived once a day by other modules, under their own symbol-like key. */
  readonly derived: Map<string, unknown>
}

const days = new WeakMap<PlanContext, Map<string, DayContext>>()

/** The context of a day, made once for each plan context. */
export function dayContext(context: PlanContext, day: string): DayContext {
  let byDay = days.get(context)
  if (byDay === undefined) {
    byDay = new Map()
    days.set(context, byDay)
  }
  let found = byDay.get(day)
  if (found === undefined) {
    found = makeDay(context, day)
    byDay.set(day, found)
  }
  return found
}

/** Derives a value once a day. */
export function derive<T>(day: DayContext, key: string, make: () => T): T {
  let found = day.derived.get(key) as T | undefined
  if (found === undefined) {
    found = make()
    day.derived.set(key, found)
  }
  return found
}

function makeDay(context: PlanContext, day: string): DayContext {
  const fx = typeof context.fx === 'function' ? context.fx(day) : context.fx
  const tables = context.tablesAt(day)
  return {
    day,
    rules: context.rulesetAt(day),
    tables,
    goods: tables.on(day),
    customsRates: rates(fx.customs),
    refundRates: rates(fx.refund),
    fx,
    context,
    derived: new Map(),
  }
}

function rates(map: RateMap): Map<string, Decimal> {
  const found = new Map<string, Decimal>([['CNY', { m: 1, s: 0 }]])
  for (const [currency, text] of Object.entries(map)) {
    const rate = parseDecimal(text)
    if (rate !== undefined && rate.m > 0 && currency !== 'CNY') found.set(currency, rate)
  }
  return found
}

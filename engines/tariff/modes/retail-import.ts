import { formatCents } from '../amount/cents.ts'
import { addDays } from '../amount/day.ts'
import { derive } from '../context.ts'
import type { OrderFacts } from '../facts/facts.ts'
import { convertible, retailValues } from '../facts/values.ts'
import type { Work } from '../facts/work.ts'
import { yearUsed } from '../facts/year-used.ts'
import type { CustomsMode } from '../order.ts'
import { ordersNeeded } from '../papers/split.ts'
import type { Deadline, LineTaxes, ModePlan } from '../reason.ts'
import { totalAmounts } from '../tax/amounts.ts'
import { noteFact } from '../tax/edition.ts'
import { fullTaxes } from '../tax/full.ts'
import { retailTaxes } from '../tax/retail.ts'
import { Verdict } from '../verdict.ts'
import { documentsOf, refuseBanned } from './common.ts'

/** 9610 direct, 1210 and 1239 bonded: cross-border e-commerce retail import (跨境电商零售进口). */
export function retailImport(work: Work, mode: '9610' | '1210' | '1239'): ModePlan {
  const { facts } = work
  const verdict = new Verdict()
  refuseBanned(facts, verdict)
  if (mode !== '9610') bondedCity(facts, mode, verdict)
  partiesAndPapers(facts, verdict)
  positiveList(facts, verdict)
  const documents = documentsOf(facts, documentForm(facts, mode, verdict), verdict)
  if (!convertible(facts, verdict)) return verdict.close(mode)
  const values = retailValues(facts)
  const within = limits(facts, values, verdict)
  if (verdict.refused || within === undefined) return verdict.close(mode)
  const lines = taxes(facts, values, within, verdict)
  const deadlines = returnDeadline(facts, verdict)
  return verdict.close(mode, lines && verdict.open ? totalAmounts(lines, documents, deadlines) : undefined)
}

function taxes(
  facts: OrderFacts,
  values: readonly number[],
  within: 'within' | 'single_item',
  verdict: Verdict,
): readonly LineTaxes[] | undefined {
  return within === 'within' ? retailTaxes(facts, values, verdict) : fullTaxes(facts, values, verdict, false)
}

/** 1210 where it is open, 1239 where it is not. */
function bondedCity(facts: OrderFacts, mode: '1210' | '1239', verdict: Verdict): void {
  const rule = facts.day.rules.bonded.cityOpen
  const stated = facts.order.pilotCity
  const open = stated ?? verdict.ask(rule)
  if (open === undefined) verdict.need('pilotCity')
  else if (open && mode === '1239') verdict.refuse('bonded.city_is_open', rule.use)
  else if (!open && mode === '1210') verdict.refuse('bonded.city_not_open', rule.use)
}

function documentForm(facts: OrderFacts, mode: CustomsMode, verdict: Verdict): string {
  const rule = facts.day.rules.bonded.clearancePapers
  if (rule.value?.includes(mode)) {
    verdict.take(rule)
    verdict.note('bonded.clearance_papers', rule.use)
  }
  return mode
}

/** The order must come from a platform (order, payment and waybill are matched), the buyer be identified. */
function partiesAndPapers(facts: OrderFacts, verdict: Verdict): void {
  const rule = facts.day.rules.retail.threeDocuments
  if (verdict.take(rule) === undefined) return
  const { order } = facts
  if (!order.platform || !order.platformOrderNo) {
    verdict.refuse('retail.no_platform_order', rule.use)
    verdict.remedy = { code: 'obtain', what: 'platform.order' }
  }
  if (!order.buyerId) verdict.need('buyerId')
}

function positiveList(facts: OrderFacts, verdict: Verdict): void {
  const rule = facts.day.rules.retail.positiveList
  if (verdict.take(rule) === undefined) return
  for (const line of facts.lines) {
    const { positive } = line.goods
    const listed = line.line.positiveList ?? positive?.value
    if (positive !== undefined && line.line.positiveList === undefined) {
      noteFact(facts.day, 'positive_list', positive, verdict)
    }
    if (listed === undefined) verdict.need('positiveList', line.no)
    else if (!listed)
      verdict.refuse('retail.not_on_positive_list', rule.use, { code: line.goods.code }, line.no)
  }
}

/**
 * 财关税〔2018〕49号: up to the single limit and the yearly limit, retail; above the single limit only an order
 * of exactly one item whose value is below the yearly limit, with full tax; else general trade.
 */
function limits(
  facts: OrderFacts,
  values: readonly number[],
  verdict: Verdict,
): 'within' | 'single_item' | undefined {
  const { singleLimit, yearLimit, singleItem } = facts.day.rules.retail
  const value = sum(values)
  const single = verdict.take(singleLimit)
  const year = verdict.take(yearLimit)
  const used = usedSoFar(facts, verdict)
  if (single === undefined || year === undefined) return undefined
  if (used + value > year) {
    verdict.refuse('retail.year_limit_exceeded', yearLimit.use, {
      total: formatCents(used + value),
      limit: formatCents(year),
    })
  }
  if (value <= single) {
    verdict.note('retail.within_limits', singleLimit.use)
    return 'within'
  }
  const params = { value: formatCents(value), limit: formatCents(single) }
  if (!isOneItem(facts)) {
    verdict.refuse('retail.single_limit_exceeded', singleLimit.use, params)
    if (used + value <= year) verdict.remedy ??= splitRemedy(facts, values, single, year)
    return undefined
  }
  const treatment = verdict.take(singleItem)
  if (treatment === 'general_trade' || value >= year) {
    verdict.refuse('retail.single_item_to_general_trade', singleItem.use, params)
  } else if (treatment !== undefined) verdict.note('retail.single_item_over_limit', singleItem.use, params)
  return treatment === undefined ? undefined : 'single_item'
}

/** The buyer's yearly amount; where the order does not state it, it is said who does. */
function usedSoFar(facts: OrderFacts, verdict: Verdict): number {
  const { amount, from } = yearUsed(facts)
  const { use } = facts.day.rules.retail.yearLimit
  if (from !== 'order') verdict.note(`retail.year_used_from_${from}`, use, { amount: formatCents(amount) })
  return amount
}

const isOneItem = (facts: OrderFacts): boolean => {
  const [line] = facts.lines
  return facts.lines.length === 1 && line!.qty.m === 10 ** line!.qty.s
}

function splitRemedy(facts: OrderFacts, values: readonly number[], single: number, year: number) {
  const declarations = ordersNeeded(facts.lines, values, single, year)
  return declarations === undefined ? undefined : { code: 'split' as const, declarations }
}

function returnDeadline(facts: OrderFacts, verdict: Verdict): readonly Deadline[] {
  const days = verdict.ask(facts.day.rules.retail.returnDays)
  if (days === undefined) return []
  return derive(facts.day, 'deadlines.return', () => [
    { what: 'return.without_tax', until: addDays(facts.day.day, days) },
  ])
}

function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}

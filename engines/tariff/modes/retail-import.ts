import { formatCents, parseCents } from '../amount/cents.ts'
import { addDays, yearOf } from '../amount/day.ts'
import { derive } from '../context.ts'
import type { OrderFacts } from '../facts/facts.ts'
import { convertible, retailValues } from '../facts/values.ts'
import type { Work } from '../facts/work.ts'
import type { CustomsMode } from '../order.ts'
import type { Deadline, LineTaxes, ModePlan } from '../reason.ts'
import { totalAmounts } from '../tax/amounts.ts'
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
  const within = limits(facts, sum(values), verdict)
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
  const source = stated === undefined ? rule.use : undefined
  if (open === undefined) verdict.need('pilotCity')
  else if (open && mode === '1239') verdict.refuse('bonded.city_is_open', source)
  else if (!open && mode === '1210') verdict.refuse('bonded.city_not_open', source)
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
    const listed = line.line.positiveList ?? line.goods.positive?.value
    if (listed === undefined) verdict.need('positiveList', line.no)
    else if (!listed)
      verdict.refuse('retail.not_on_positive_list', rule.use, { code: line.goods.code }, line.no)
  }
}

/**
 * 财关税〔2018〕49号: up to the single limit and the yearly limit, retail; above the single limit only an order
 * of exactly one item whose value is below the yearly limit, with full tax; else general trade.
 */
function limits(facts: OrderFacts, value: number, verdict: Verdict): 'within' | 'single_item' | undefined {
  const { singleLimit, yearLimit, singleItem } = facts.day.rules.retail
  const single = verdict.take(singleLimit)
  const year = verdict.take(yearLimit)
  const used = yearUsed(facts, verdict)
  if (single === undefined || year === undefined) return undefined
  if (used !== undefined && used + value > year) {
    verdict.refuse('retail.year_limit_exceeded', yearLimit.use, {
      total: formatCents(used + value),
      limit: formatCents(year),
    })
  }
  if (value <= single) {
    if (used === undefined) return undefined
    verdict.note('retail.within_limits', singleLimit.use)
    return 'within'
  }
  const params = { value: formatCents(value), limit: formatCents(single) }
  if (!isOneItem(facts)) {
    verdict.refuse('retail.single_limit_exceeded', singleLimit.use, params)
    verdict.remedy ??= splitRemedy(facts, value, single)
    return undefined
  }
  const treatment = verdict.take(singleItem)
  if (treatment === 'general_trade' || value >= year) {
    verdict.refuse('retail.single_item_to_general_trade', singleItem.use, params)
  } else if (treatment !== undefined) verdict.note('retail.single_item_over_limit', singleItem.use, params)
  return used === undefined || treatment === undefined ? undefined : 'single_item'
}

/** The buyer's yearly amount: stated, else the platform's own record. */
function yearUsed(facts: OrderFacts, verdict: Verdict): number | undefined {
  if (facts.yearUsed !== undefined) return facts.yearUsed
  const { order, day } = facts
  const record = order.buyerId && day.context.yearUsed?.(order.buyerId, yearOf(day.day))
  const used = record ? parseCents(record) : undefined
  if (used === undefined) verdict.need('yearUsed')
  else verdict.note('retail.year_used_from_record', undefined, { amount: formatCents(used) })
  return used
}

const isOneItem = (facts: OrderFacts): boolean => {
  const [line] = facts.lines
  return facts.lines.length === 1 && line!.qty.m === 10 ** line!.qty.s
}

/** Several orders open the channel only if no single item is above the limit by itself. */
function splitRemedy(facts: OrderFacts, value: number, limit: number) {
  const dearest = facts.lines.some(line => (line.cny ?? 0) * 10 ** line.qty.s > limit * line.qty.m)
  return dearest ? undefined : { code: 'split' as const, declarations: Math.ceil(value / limit) }
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

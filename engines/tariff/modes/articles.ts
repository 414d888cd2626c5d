import { formatCents } from '../amount/cents.ts'
import { mulDiv } from '../amount/exact.ts'
import { type Rate, sameRate } from '../amount/rate.ts'
import type { DayContext } from '../context.ts'
import type { LineFacts, OrderFacts } from '../facts/facts.ts'
import { convertible, retailValues, spread } from '../facts/values.ts'
import type { Work } from '../facts/work.ts'
import type { ModePlan } from '../reason.ts'
import type { Rule } from '../rules/rule.ts'
import { lineTaxes, totalAmounts } from '../tax/amounts.ts'
import { noteFact, noteUnknownCode } from '../tax/edition.ts'
import { Verdict } from '../verdict.ts'
import { documentsOf, refuseBanned } from './common.ts'

/** Personal article by mail (邮递物品): a limit per shipment by country; inward, the postal-article tax. */
export function postalArticle(work: Work): ModePlan {
  const { facts } = work
  const verdict = new Verdict()
  const inward = facts.order.direction === 'import'
  const { articles } = facts.day.rules
  refuseBanned(facts, verdict)
  const documents = documentsOf(facts, 'postal', verdict)
  if (!convertible(facts, verdict)) return verdict.close('postal')
  const limit = limitOf(facts, inward ? articles.postalImport : articles.postalExport, verdict)
  const values = retailValues(facts)
  const value = values.reduce((sum, one) => sum + one, 0)
  if (limit !== undefined && value > limit) overLimit(facts, limit, verdict)
  if (!verdict.open) return verdict.close('postal')
  if (inward) {
    const tax = taxPerLine(facts, values, verdict)
    return verdict.close('postal', articleAmounts(facts, values, tax, documents, verdict))
  }
  const lines = values.map((one, i) => lineTaxes(i + 1, one))
  return verdict.close('postal', totalAmounts(lines, documents, []))
}

/** Luggage (行李物品): another limit, and only what is above it is taxed; an indivisible item is taxed whole. */
export function luggageArticle(work: Work): ModePlan {
  const { facts } = work
  const verdict = new Verdict()
  refuseBanned(facts, verdict)
  const documents = documentsOf(facts, 'luggage', verdict)
  if (!convertible(facts, verdict)) return verdict.close('luggage')
  const { luggage, luggageExcess } = facts.day.rules.articles
  const limit = limitOf(facts, luggage, verdict)
  verdict.take(luggageExcess)
  if (limit === undefined || !verdict.open) return verdict.close('luggage')
  const values = retailValues(facts)
  const tax = luggageTax(facts, values, limit, verdict)
  if (tax === undefined) return verdict.close('luggage')
  return verdict.close('luggage', articleAmounts(facts, values, tax, documents, verdict))
}

/** Tax per line: none up to the limit; one item whole; of several the part above it, reckoned once and spread. */
function luggageTax(
  facts: OrderFacts,
  values: readonly number[],
  limit: number,
  verdict: Verdict,
): readonly number[] | undefined {
  const value = values.reduce((sum, one) => sum + one, 0)
  if (value <= limit) return values.map(() => 0)
  verdict.note('luggage.above_limit', facts.day.rules.articles.luggage.use, { limit: formatCents(limit) })
  if (isOneItem(facts)) return taxPerLine(facts, values, verdict)
  const rates = facts.lines.map(line => articleRate(facts.day, line, verdict))
  const [first] = rates
  if (first === undefined || rates.some(rate => rate === undefined)) return undefined
  if (rates.every(rate => sameRate(rate!, first))) {
    return spread(mulDiv(value - limit, first.n, first.d), values)
  }
  // Which items are free is the traveller's and the officer's choice, and decides the tax.
  verdict.need('luggageSelection')
  return undefined
}

function limitOf(
  facts: OrderFacts,
  rule: Rule<ReadonlyMap<string, number>>,
  verdict: Verdict,
): number | undefined {
  const limits = verdict.take(rule)
  return limits?.get(facts.order.country) ?? limits?.get('default')
}

function overLimit(facts: OrderFacts, limit: number, verdict: Verdict): void {
  const { singleItem, postalImport, postalExport } = facts.day.rules.articles
  const params = { limit: formatCents(limit) }
  if (isOneItem(facts) && verdict.take(singleItem) === 'allowed') {
    verdict.note('postal.single_item', singleItem.use, params)
    return
  }
  const rule = facts.order.direction === 'import' ? postalImport : postalExport
  verdict.refuse('postal.over_limit', rule.use, params)
}

const isOneItem = (facts: OrderFacts): boolean => {
  const [line] = facts.lines
  return facts.lines.length === 1 && line!.qty.m === 10 ** line!.qty.s
}

/** Value × rate of each line; a rate nobody knows goes to the verdict. */
function taxPerLine(facts: OrderFacts, values: readonly number[], verdict: Verdict): number[] {
  return facts.lines.map((line, i) => {
    const rate = articleRate(facts.day, line, verdict)
    return rate === undefined ? 0 : mulDiv(values[i]!, rate.n, rate.d)
  })
}

/** The whole tax is free up to the free amount; above it all of it is due. */
function articleAmounts(
  facts: OrderFacts,
  values: readonly number[],
  tax: readonly number[],
  documents: readonly string[],
  verdict: Verdict,
) {
  const rule = facts.day.rules.articles.freeTax
  const free = verdict.take(rule)
  if (free === undefined || !verdict.open) return undefined
  const due = tax.reduce((sum, one) => sum + one, 0)
  const isFree = due > 0 && due <= free
  if (isFree) verdict.note('postal.tax_free', rule.use, { tax: formatCents(due) })
  const lines = values.map((value, i) => {
    const taxes = lineTaxes(i + 1, value)
    taxes.postal = isFree ? 0 : tax[i]!
    return taxes
  })
  return totalAmounts(lines, documents, [])
}

function articleRate(day: DayContext, line: LineFacts, verdict: Verdict): Rate | undefined {
  noteUnknownCode(line, verdict)
  if (line.postalRate !== undefined) return line.postalRate
  const { postal } = line.goods
  if (postal === undefined) verdict.need('postalRate', line.no)
  else noteFact(day, 'postal_rates', postal, verdict)
  return postal?.value
}

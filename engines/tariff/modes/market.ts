import { formatCents } from '../amount/cents.ts'
import type { LineFacts, OrderFacts } from '../facts/facts.ts'
import { aboveUsd } from '../facts/usd.ts'
import { convertible } from '../facts/values.ts'
import { certified, type Work } from '../facts/work.ts'
import { declarationsNeeded } from '../papers/split.ts'
import type { ModePlan } from '../reason.ts'
import { totalAmounts } from '../tax/amounts.ts'
import { noteEdition } from '../tax/edition.ts'
import { refundRateOf } from '../tax/refund-rate.ts'
import { Verdict } from '../verdict.ts'
import { documentsOf, exportLines, refuseBanned } from './common.ts'

/**
 * 1039 市场采购: bought in the recognised cluster, at most the limit in USD per declaration, VAT exempt without
 * refund. Which goods must stay out stands in the rules, the local ones in the city's pack.
 */
export function marketProcurement(work: Work): ModePlan {
  const { facts } = work
  const verdict = new Verdict()
  refuseBanned(facts, verdict)
  pilot(facts, verdict)
  settlement(facts, verdict)
  for (const line of facts.lines) goodsMayGo(facts, line, verdict)
  declarationLimit(facts, verdict)
  const documents = documentsOf(facts, '1039', verdict)
  const { vat, stallTax, cluster } = facts.day.rules.market
  verdict.take(vat)
  if (verdict.refused || !convertible(facts, verdict)) return verdict.close('1039')
  const duties = work.exportDuties(verdict)
  if (!verdict.open || duties === undefined) return verdict.close('1039')
  verdict.note('market.vat_exempt', vat.use)
  if (!facts.order.buyerId) verdict.note('declaration.needs_buyer', cluster.use)
  if (stallTax.use !== undefined) verdict.note('market.stall_income_tax', stallTax.use)
  return verdict.close('1039', totalAmounts(exportLines(work, duties), documents, []))
}

function pilot(facts: OrderFacts, verdict: Verdict): void {
  const rule = facts.day.rules.market.pilot
  const open = verdict.take(rule)
  if (open === false) verdict.refuse('market.no_pilot_here', rule.use)
}

/** Cash kept goods out until the list of 2019 dropped it. */
function settlement(facts: OrderFacts, verdict: Verdict): void {
  const rule = facts.day.rules.market.cashRefused
  if (facts.order.settlement === 'bank' || verdict.ask(rule) !== true) return
  if (facts.order.settlement === undefined) verdict.need('settlement')
  else verdict.refuse('market.settled_in_cash', rule.use)
}

/** Whether one line may go; each reason names the line, so that a container knows what must leave. */
function goodsMayGo(facts: OrderFacts, line: LineFacts, verdict: Verdict): void {
  const { market } = facts.day.rules
  inCluster(facts, line, verdict)
  const { restrictedRefused, dangerousRefused } = market
  if (verdict.ask(restrictedRefused) === true && restricted(facts, line, verdict)) {
    verdict.refuse('market.restricted_goods', restrictedRefused.use, undefined, line.no)
  }
  if (line.line.dangerous === true && verdict.ask(dangerousRefused) === true) {
    verdict.refuse('market.dangerous_goods', dangerousRefused.use, undefined, line.no)
  }
  if (line.line.brand === true) brand(facts, line, verdict)
  for (const rule of market.exclusions) {
    if (rule.value?.codes.has(line.goods.code)) {
      verdict.use(rule.use!)
      verdict.refuse(rule.value.reason, rule.use, { code: line.goods.code }, line.no)
    } else if (rule.value?.codes.splits(line.goods.code)) verdict.need('hsCode', line.no)
  }
  zeroRefund(facts, line, verdict)
}

/** The mode is defined by its cluster: a market order says so by its channel, another order line by line. */
function inCluster(facts: OrderFacts, line: LineFacts, verdict: Verdict): void {
  const rule = facts.day.rules.market.cluster
  if (verdict.take(rule) === undefined) return
  const bought = line.line.inCluster ?? (facts.order.channel === 'market' ? true : undefined)
  if (bought === undefined) verdict.need('inCluster', line.no)
  else if (!bought) verdict.refuse('market.not_in_cluster', rule.use, undefined, line.no)
}

function restricted(facts: OrderFacts, line: LineFacts, verdict: Verdict): boolean {
  if (line.line.licence !== undefined) return line.line.licence
  const rule = facts.day.rules.goods.exportLicence
  const found = certified(line, verdict.ask(rule))
  if (found !== undefined) noteEdition(facts.day, verdict)
  else verdict.note('licence.not_known', rule.use, undefined, line.no)
  return found === true
}

function brand(facts: OrderFacts, line: LineFacts, verdict: Verdict): void {
  const rule = facts.day.rules.market.brandAuthorisation
  if (rule.value === undefined) return
  verdict.take(rule)
  const authorised = line.line.brandAuthorised
  if (authorised === undefined) verdict.need('brandAuthorised', line.no)
  if (authorised !== false) return
  verdict.refuse('brand.not_authorised', rule.use, undefined, line.no)
  verdict.remedy ??= { code: 'obtain', what: 'brand.authorisation' }
}

function zeroRefund(facts: OrderFacts, line: LineFacts, verdict: Verdict): void {
  const rule = facts.day.rules.market.zeroRefundRefused
  // The rate of the day, announced changes with it; one that nobody knows keeps nothing out.
  const rate = rule.value === true ? refundRateOf(facts, line, new Verdict())?.rate : undefined
  if (rate?.n === 0 && verdict.ask(rule) === true) {
    verdict.refuse('market.zero_refund_goods', rule.use, undefined, line.no)
  }
}

function declarationLimit(facts: OrderFacts, verdict: Verdict): void {
  const rule = facts.day.rules.market.declarationLimit
  const limit = verdict.take(rule)
  if (limit === undefined) return
  const above = aboveUsd(facts, limit)
  if (above === undefined) verdict.need('fx', undefined, { id: 'USD' })
  if (above !== true) return
  verdict.refuse('market.declaration_limit', rule.use, { limit: formatCents(limit) })
  verdict.remedy = { code: 'split', declarations: declarationsNeeded(facts, limit) }
}

import type { Rate } from '../amount/rate.ts'
import type { LineFacts, OrderFacts } from '../facts/facts.ts'
import type { RuleUse } from '../rules/rule.ts'
import type { Verdict } from '../verdict.ts'
import { noteFact } from './edition.ts'

export interface RefundRateFound {
  readonly rate: Rate
  /** What a rate of 0 means for these goods. */
  readonly zero: 'taxed' | 'exempt' | undefined
}

/**
 * Export refund rate of a line: stated on it, else the newer of an announced change and the table's rate on
 * the order's day. Undefined where nobody says, or the code is too short to tell.
 */
export function refundRateOf(
  facts: OrderFacts,
  line: LineFacts,
  verdict: Verdict,
): RefundRateFound | undefined {
  if (line.refundRate !== undefined)
    return { rate: line.refundRate, zero: zeroRule(facts, line.refundRate, verdict) }
  const found = line.goods.refund
  const change = changeOf(facts, line)
  if (change === 'unclear') {
    verdict.need('refundRate', line.no)
    return undefined
  }
  if (change !== undefined && (found === undefined || found.from <= change.use.from)) {
    verdict.use(change.use)
    verdict.note(
      'refund.rate_changed',
      change.use,
      { rate: change.rate.text, from: change.use.from },
      line.no,
    )
    return change
  }
  if (found === undefined) {
    verdict.need('refundRate', line.no)
    return undefined
  }
  noteFact(facts.day, 'refund_rates', found, verdict)
  const { rate, mark } = found.value
  const zero = mark === '1' ? 'taxed' : mark === '2' ? 'exempt' : zeroRule(facts, rate, verdict)
  return { rate, zero }
}

function zeroRule(facts: OrderFacts, rate: Rate, verdict: Verdict): 'taxed' | 'exempt' | undefined {
  return rate.n === 0 ? verdict.take(facts.day.rules.refund.zeroRate) : undefined
}

function changeOf(
  facts: OrderFacts,
  line: LineFacts,
): { rate: Rate; zero: 'taxed' | 'exempt'; use: RuleUse } | 'unclear' | undefined {
  for (const rule of facts.day.rules.refund.changes) {
    if (rule.value === undefined || rule.use === undefined) continue
    if (rule.value.codes.has(line.goods.code)) {
      return { rate: rule.value.rate, zero: rule.value.zero, use: rule.use }
    }
    if (line.goods.code.length < 10 && rule.value.codes.splits(line.goods.code)) return 'unclear'
  }
  return undefined
}

import { cifValues, convertible } from '../facts/values.ts'
import type { Work } from '../facts/work.ts'
import type { CustomsMode } from '../order.ts'
import type { ModePlan } from '../reason.ts'
import { totalAmounts } from '../tax/amounts.ts'
import { fullTaxes } from '../tax/full.ts'
import { Verdict } from '../verdict.ts'
import { documentsOf, refuseBanned } from './common.ts'
import { noteShortCodes } from './general-export.ts'

const RETAIL: readonly CustomsMode[] = ['9610', '1210', '1239']

/** 0110 一般贸易, import: full taxes on CIF. For a person's retail order it is the way out when retail is closed. */
export function generalImport(work: Work): ModePlan {
  const { facts } = work
  const verdict = new Verdict()
  refuseBanned(facts, verdict)
  if (facts.order.channel === 'b2c' || facts.order.channel === 'bonded') afterRetail(work, verdict)
  if (!verdict.open) return verdict.close('0110')
  noteShortCodes(work, verdict)
  const documents = documentsOf(facts, '0110', verdict)
  const values = convertible(facts, verdict) ? cifValues(facts, verdict) : undefined
  if (values === undefined) return verdict.close('0110')
  const lines = fullTaxes(facts, values, verdict, true)
  return verdict.close('0110', lines === undefined ? undefined : totalAmounts(lines, documents, []))
}

function afterRetail(work: Work, verdict: Verdict): void {
  const retail = work.plans.filter(plan => RETAIL.includes(plan.mode))
  if (retail.some(plan => plan.allowed === true))
    verdict.refuse('channel.retail_is_open', work.facts.day.rules.modes.importChannel.use)
  else if (retail.some(plan => plan.allowed === 'undetermined')) verdict.need('retail_channel')
}

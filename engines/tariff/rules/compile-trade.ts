import { codeList } from './compile-goods.ts'
import { cents, count, list, mapOf, oneOf, type RuleReader, rate, shape, text, yes } from './reader.ts'
import type { Exclusion } from './ruleset.ts'

const exclusion = (value: Parameters<typeof text>[0]): Exclusion | undefined => {
  const found = shape({ reason: text, codes: list(text) })(value)
  return found === undefined ? undefined : { reason: found.reason, codes: codeList(found.codes) }
}

const bracket = shape({
  up_to: (value: Parameters<typeof text>[0]) => (value === 'open' ? Number.POSITIVE_INFINITY : cents(value)),
  rate,
  quick: cents,
})

/** Market procurement (1039). */
export const compileMarket = (reader: RuleReader) => ({
  declarationLimit: reader.rule('market.declaration_limit_usd', cents),
  cluster: reader.rule('market.cluster', oneOf('needed')),
  pilot: reader.rule('market.pilot', yes),
  cashRefused: reader.rule('market.cash_refused', yes),
  restrictedRefused: reader.rule('market.restricted_refused', yes),
  dangerousRefused: reader.rule('market.dangerous_refused', yes),
  brandAuthorisation: reader.rule('market.brand_authorisation', oneOf('needed')),
  zeroRefundRefused: reader.rule('market.zero_refund_refused', yes),
  exclusions: reader.family('market.excluded.', exclusion),
  vat: reader.rule('market.vat', oneOf('exempt')),
  simplified: reader.rule('market.simplified', shape({ more_than_kinds: count, listed: count })),
  stallTax: reader.rule(
    'market.stall_income_tax',
    shape({ scale: list(bracket), reduction: rate, reduced_up_to: cents, sales_limit: cents }),
  ),
})

/** Retail import and retail export (cross-border e-commerce), and business-to-business export. */
export const compileRetail = (reader: RuleReader) => ({
  singleLimit: reader.rule('retail_import.single_limit', cents),
  yearLimit: reader.rule('retail_import.year_limit', cents),
  duty: reader.rule('retail_import.duty_rate', rate),
  factor: reader.rule('retail_import.tax_factor', rate),
  singleItem: reader.rule('retail_import.single_item_over_limit', oneOf('full_tax', 'general_trade')),
  positiveList: reader.rule('retail_import.positive_list', oneOf('needed')),
  threeDocuments: reader.rule('retail_import.three_documents', oneOf('needed')),
  returnDays: reader.rule('retail_import.return_days', count),
  simplifiedExport: reader.rule('retail_export.simplified', shape({ max_value: cents, hs_digits: count })),
  exportOrder: reader.rule('retail_export.platform_order', oneOf('needed')),
  exemptWithoutInvoice: reader.rule('retail_export.exempt_without_invoice', oneOf('pilot_zones')),
  assessedProfit: reader.rule('retail_export.assessed_profit_rate', rate),
  assessedTax: reader.rule('retail_export.assessed_tax_rate', rate),
  summary: reader.rule(
    'retail_export.summary',
    shape({ max_lines: count, until_day: count, head: list(text), body: list(text) }),
  ),
  b2bOrder: reader.rule('b2b_export.platform_order', oneOf('needed')),
  warehouseOrder: reader.rule('overseas_warehouse.order', oneOf('needed')),
  listForm: reader.rule('b2b_export.list_form', shape({ max_value: cents, hs_digits: count })),
})

/** Personal articles by mail and in luggage. */
export const compileArticles = (reader: RuleReader) => ({
  postalImport: reader.rule('postal.limit_import', mapOf(cents)),
  postalExport: reader.rule('postal.limit_export', mapOf(cents)),
  luggage: reader.rule('luggage.limit', mapOf(cents)),
  freeTax: reader.rule('postal.free_tax', cents),
  singleItem: reader.rule('postal.single_item', oneOf('allowed')),
  luggageExcess: reader.rule('luggage.excess', oneOf('taxed')),
})

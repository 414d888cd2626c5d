import { Prefixes } from './prefixes.ts'
import { cents, count, list, mapOf, oneOf, type RuleReader, rate, shape, text, yes } from './reader.ts'
import type { CodeList, RefundChange } from './ruleset.ts'

/** A list of first digits, as a question about codes. */
export function codeList(prefixes: readonly string[]): CodeList {
  const found = new Prefixes(prefixes.map(prefix => [prefix, true] as const))
  return { has: code => found.find(code) === true, splits: code => found.splits(code) }
}

const codes = (value: Parameters<typeof text>[0]): CodeList | undefined => {
  const prefixes = list(text)(value)
  return prefixes === undefined ? undefined : codeList(prefixes)
}

export const compileGoods = (reader: RuleReader) => ({
  insuranceRate: reader.rule('general_import.insurance_rate', rate),
  smallAmount: reader.rule('general_import.small_amount', cents),
  freeDutyInVatBase: reader.rule('general_import.free_duty_in_vat_base', yes),
  lowerProvisional: reader.rule('general_import.provisional_rate', oneOf('lower_of')),
  originMeasures: reader.rule('general_import.origin_measures', oneOf('needed')),
  exportDutyHeadings: reader.rule('export_duty.headings', codes),
  exportDutyBase: reader.rule('export_duty.value', oneOf('fob_without_duty')),
  cosmetics: reader.rule(
    'consumption_tax.high_end_cosmetics',
    shape({ codes, per_ml_or_g: cents, per_piece: cents }),
  ),
  unitTaxed: reader.rule('consumption_tax.specific_goods', codes),
  /** Kilograms, and millilitres, in one unit of the unit table. */
  massUnits: reader.rule('units.kilograms', mapOf(rate)),
  volumeUnits: reader.rule('units.millilitres', mapOf(rate)),
  exportBanned: reader.rule('certificates.export_banned', list(text)),
  importBanned: reader.rule('certificates.import_banned', list(text)),
  exportLicence: reader.rule('certificates.export_licence', list(text)),
  exportInspection: reader.rule('certificates.export_inspection', list(text)),
})

const refundChange = (value: Parameters<typeof text>[0]): RefundChange | undefined =>
  shape<RefundChange>({ rate, zero: oneOf('taxed', 'exempt'), codes })(value)

export const compileRefund = (reader: RuleReader) => ({
  trader: reader.rule('refund.trading_firm', oneOf('invoice_amount')),
  producer: reader.rule('refund.producer', oneOf('exempt_credit_refund')),
  supplierCap: reader.rule('refund.invoice_rate_cap', oneOf('lower_of')),
  invoiceRates: reader.rule('refund.invoice_rates', list(rate)),
  noInvoice: reader.rule('refund.no_invoice', oneOf('deemed_domestic_sale')),
  smallTaxpayer: reader.rule('refund.small_taxpayer', oneOf('exempt')),
  zeroRate: reader.rule('refund.zero_rate', oneOf('taxed', 'exempt')),
  declareUntil: reader.rule('refund.declare_until', text),
  lastMonths: reader.rule('refund.last_months', count),
  preRefundUntil: reader.rule('overseas_warehouse.settle_until', text),
  agency: reader.rule('refund.agency', oneOf('invoice_amount')),
  changes: reader.family('refund_rate.', refundChange),
})

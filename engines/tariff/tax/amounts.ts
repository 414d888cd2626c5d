import type { Deadline, LineTaxes, ModeAmounts } from '../reason.ts'

/** A line without any tax yet. */
export function lineTaxes(line: number, dutiableValue: number): LineTaxes {
  return {
    line,
    dutiableValue,
    duty: 0,
    exportDuty: 0,
    consumptionTax: 0,
    vat: 0,
    postal: 0,
    assessed: 0,
    refund: 0,
  }
}

/** Adds the lines up: what the order costs is its taxes less its refund. */
export function totalAmounts(
  lines: readonly LineTaxes[],
  documents: readonly string[],
  deadlines: readonly Deadline[],
): ModeAmounts {
  let duty = 0
  let exportDuty = 0
  let consumptionTax = 0
  let vat = 0
  let postal = 0
  let assessed = 0
  let refund = 0
  for (const line of lines) {
    duty += line.duty
    exportDuty += line.exportDuty
    consumptionTax += line.consumptionTax
    vat += line.vat
    postal += line.postal
    assessed += line.assessed
    refund += line.refund
  }
  const total = duty + exportDuty + consumptionTax + vat + postal + assessed
  return {
    taxes: { duty, exportDuty, consumptionTax, vat, postal, assessed, total },
    refund,
    netCost: total - refund,
    lines,
    documents,
    deadlines,
  }
}

/** Sum of one tax over lines. */
export function sumOf(
  lines: readonly LineTaxes[],
  tax: 'duty' | 'consumptionTax' | 'vat' | 'postal',
): number {
  let sum = 0
  for (const line of lines) sum += line[tax]
  return sum
}

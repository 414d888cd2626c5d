import type { TaxRate } from '../scenario/scenario.ts'
import { digitsOf } from '../time.ts'
import { leaves } from '../xml/write.ts'
import { decimal, units } from './decimal.ts'
import type { Entry } from './kind.ts'

/** Hundred-thousandths in a cent. */
const CENT = 1000n

interface LineTax {
  readonly value: bigint
  readonly duty: bigint
  readonly vat: bigint
  readonly consumption: bigint
}

/** What stands in a tax bill beside the list's own words. */
export interface Bill {
  readonly guid: string
  readonly at: number
  readonly invtNo: string
  readonly taxNo: string
}

/**
 * Taxes of a retail import, each line to the cent, half up: consumption tax = value / (1 − c) × c, VAT = (value +
 * duty + consumption tax) × v, both at 70 % within the single limit. Freight and insurance go to the lines by value.
 */
export function taxesOf({ head, lines }: Entry, rates: readonly TaxRate[], single: string): LineTax[] {
  const goods = lines.map(line => units(line.totalPrice))
  const all = goods.reduce((sum, one) => sum + one, 0n)
  const beside = units(head.freight) + units(head.insuredFee)
  const isWithin = all + beside <= units(single)
  return lines.map((line, at) => {
    const value = goods[at]! + (all === 0n ? 0n : (beside * goods[at]!) / all)
    return lineTax(value, rateOf(rates, line.gcode ?? ''), isWithin)
  })
}

function rateOf(rates: readonly TaxRate[], gcode: string): TaxRate {
  const fitting = rates.filter(rate => gcode.startsWith(rate.gcode))
  return fitting.toSorted((a, b) => b.gcode.length - a.gcode.length)[0]!
}

/** Rates are hundred-thousandths of a per cent: a whole is 10,000,000. */
const WHOLE = 10_000_000n

function lineTax(value: bigint, rate: TaxRate, isWithin: boolean): LineTax {
  const [d, v, c] = [units(rate.duty), units(rate.vat), units(rate.consumption)]
  const duty = isWithin ? 0n : cents(value * d, WHOLE)
  const share = isWithin ? 70n : 100n
  const base = value + duty
  return {
    value,
    duty,
    consumption: cents(base * c * share, (WHOLE - c) * 100n),
    // (base + base × c / (1 − c)) × v = base × v / (1 − c)
    vat: cents(base * v * share, (WHOLE - c) * 100n),
  }
}

/** A quotient rounded to the cent, half up. */
function cents(value: bigint, by: bigint): bigint {
  const whole = by * CENT
  return ((value + whole / 2n) / whole) * CENT
}

/** CEB816: the tax bill of a list. */
export function taxBill({ head, lines }: Entry, taxes: readonly LineTax[], bill: Bill): string {
  const sum = (name: 'duty' | 'vat' | 'consumption') =>
    decimal(taxes.reduce((all, one) => all + one[name], 0n))
  const body = leaves({
    guid: bill.guid,
    returnTime: digitsOf(bill.at, 17),
    invtNo: bill.invtNo,
    taxNo: bill.taxNo,
    customsTax: sum('duty'),
    valueAddedTax: sum('vat'),
    consumptionTax: sum('consumption'),
    status: '1',
    assureCode: head.assureCode,
    ebcCode: head.ebcCode,
    logisticsCode: head.logisticsCode,
    agentCode: head.agentCode,
    customsCode: head.customsCode,
    orderNo: head.orderNo,
    logisticsNo: head.logisticsNo,
  })
  const list = lines.map(
    (line, at) => `<TaxListRd>${leaves(lineLeaves(taxes[at]!, line.gcode ?? '', at + 1))}</TaxListRd>`,
  )
  return `<Tax><TaxHeadRd>${body}</TaxHeadRd>${list.join('')}</Tax>`
}

function lineLeaves({ value, duty, vat, consumption }: LineTax, gcode: string, gnum: number) {
  return {
    gnum: String(gnum),
    gcode,
    taxPrice: decimal(value),
    customsTax: decimal(duty),
    valueAddedTax: decimal(vat),
    consumptionTax: decimal(consumption),
  }
}

/** CEB818: the bill is summed up, and must be paid. */
export function taxStatus({ head }: Entry, { guid, at, invtNo, taxNo }: Bill, entDutyNo: string): string {
  const returnTime = digitsOf(at, 17)
  return `<Tax><TaxHeadStatus>${leaves({ guid, returnTime, invtNo, taxNo, status: '2', entDutyNo, assureCode: head.assureCode })}</TaxHeadStatus></Tax>`
}

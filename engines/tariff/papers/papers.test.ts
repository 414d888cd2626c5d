import { describe, expect, it } from 'vitest'
import { parseRate } from '../amount/rate.ts'
import { rulesetAt } from '../testing.ts'
import { preRefundWindow, refundStanding, refundWindow, reimportUntil } from './deadlines.ts'
import { agencyRefund, assessedIncomeTax, stallIncomeTax } from './income-tax.ts'
import { type DeclaredGoods, simplifiedDeclaration } from './simplified.ts'
import { monthlySummary, type SummaryLine } from './summary.ts'
import { acturalPaid, matchThreeDocuments, type ThreeDocuments } from './three-documents.ts'

const rules = rulesetAt('2026-11-23')
const rate = (text: string) => parseRate(text)!

describe('three documents', () => {
  const order = {
    orderNo: 'P-1',
    platformCode: 'E1',
    goodsValue: 100_00,
    freight: 10_00,
    taxTotal: 10_01,
    discount: 5_00,
    acturalPaid: 115_01,
    buyerId: 'b',
    consignee: 'c',
    telephone: 't',
    address: 'a',
  }
  const payment = { orderNo: 'P-1', platformCode: 'E1', amountPaid: 115_01, payerId: 'b' }
  const waybill = { orderNo: 'P-1', consignee: 'c', telephone: 't', address: 'a' }
  const match = (change: Partial<ThreeDocuments>) =>
    matchThreeDocuments({ order, payment, waybill, ...change })

  it('vector 7: 100 + 10 + 10.01 − 5 is 115.01; a payment of 115.01 matches and 110.00 does not', () => {
    expect(acturalPaid(order)).toBe(115_01)
    expect(match({})).toEqual([])
    expect(match({ payment: { ...payment, amountPaid: 110_00 } })).toEqual(['three_documents.amount_paid'])
  })

  it('vector 15: a missing payment or waybill, or one that disagrees, is named', () => {
    expect(matchThreeDocuments({ order })).toEqual([
      'three_documents.no_payment',
      'three_documents.no_waybill',
    ])
    expect(match({ waybill: { ...waybill, telephone: 'x' } })).toEqual(['three_documents.consignee'])
    expect(match({ payment: { ...payment, payerId: 'x' } })).toEqual(['three_documents.payer'])
    const verified = { order, payment: { ...payment, payerId: 'x' }, waybill }
    expect(matchThreeDocuments(verified, true)).toEqual([])
  })
})

describe('simplified declaration of market procurement', () => {
  const good = (hsCode: string, value: number, more: Partial<DeclaredGoods> = {}): DeclaredGoods => ({
    hsCode,
    name: hsCode,
    value,
    quantity: value / 10,
    unit: '011',
    listedAlone: false,
    ...more,
  })
  const eight = [
    good('6109100010', 100),
    good('6109100090', 200),
    good('9503008900', 900),
    good('9504300010', 800),
    good('8507600090', 700),
    good('7323930000', 600),
    good('3926909090', 500),
    good('9505100090', 300),
  ]

  it('vector 24: eight kinds give the five dearest and one line per chapter, and the sums are equal', () => {
    const lines = simplifiedDeclaration(eight, rules)!
    expect(lines.map(line => [line.hsCode, line.value, line.merged])).toEqual([
      ['9503008900', 900, 1],
      ['9504300010', 800, 1],
      ['8507600090', 700, 1],
      ['7323930000', 600, 1],
      ['3926909090', 500, 1],
      ['6109100090', 300, 2],
      ['9505100090', 300, 1],
    ])
    const sum = (of: readonly { value: number; quantity: number | undefined }[]) =>
      of.reduce(([v, q], one) => [v! + one.value, q! + (one.quantity ?? 0)], [0, 0])
    expect(sum(lines)).toEqual(sum(eight))
  })

  it('five kinds are listed as they are; dutiable or inspected goods are never merged', () => {
    expect(simplifiedDeclaration(eight.slice(0, 5), rules)).toHaveLength(5)
    const inspected = eight.map(one => (one.hsCode === '6109100010' ? { ...one, listedAlone: true } : one))
    const lines = simplifiedDeclaration(inspected, rules)!
    expect(lines.filter(line => line.hsCode === '6109100010')).toMatchObject([{ value: 100, merged: 1 }])
    expect(lines.reduce((sum, line) => sum + line.value, 0)).toBe(4100)
  })
})

describe('taxes reckoned by assessment', () => {
  it('vector 25: a stall with sales of 5,000,000 at 5 % pays 19,750', () => {
    expect(stallIncomeTax(5_000_000_00, rate('0.05'), rules)).toEqual({
      taxable: 250_000_00,
      tax: 19_750_00,
      aboveSalesLimit: false,
    })
    expect(stallIncomeTax(5_000_000_01, rate('0.05'), rules)?.aboveSalesLimit).toBe(true)
    // Above 2,000,000 only the tax on that part is halved: 984,500 − 634,500 / 2.
    expect(stallIncomeTax(60_000_000_00, rate('0.05'), rules)?.tax).toBe(667_250_00)
    expect(stallIncomeTax(100, rate('0.05'), rulesetAt('2028-01-01'))).toBeUndefined()
  })

  it('vector 34: 9610 income of 5,000,000 × 4 % × 5 % is 10,000', () => {
    expect(assessedIncomeTax(5_000_000_00, rules)).toBe(10_000_00)
    expect(assessedIncomeTax(5_000_000_00, rules, rate('0.25'))).toBe(50_000_00)
  })

  it('a service firm is refunded on the agency invoice', () => {
    expect(agencyRefund(1_000_00, rate('0.13'), rules)).toBe(130_00)
  })
})

describe('deadlines', () => {
  it('vector 33: exported 2026-03-15 is declared 2026-04-01 to 2027-04-30, at the latest 2029-03-15', () => {
    const window = refundWindow('2026-03-15', rulesetAt('2026-03-15')).value!
    expect(window).toEqual({ declareFrom: '2026-04-01', declareUntil: '2027-04-30', lastDay: '2029-03-15' })
    expect(
      ['2026-03-31', '2027-04-30', '2027-05-01', '2029-03-15', '2029-03-16'].map(day =>
        refundStanding(day, window),
      ),
    ).toEqual(['early', 'in_time', 'late', 'late', 'deemed_domestic_sale'])
  })

  it('an export of 2025 has no last day after 36 months', () => {
    expect(refundWindow('2025-12-31', rulesetAt('2025-12-31')).value?.lastDay).toBeUndefined()
  })

  it('vector 35: a 9810 pre-refund of 2026-05-20 is settled 2026-06-01 to 2027-04-30', () => {
    expect(preRefundWindow('2026-05-20', rulesetAt('2026-05-20')).value).toEqual({
      from: '2026-06-01',
      until: '2027-04-30',
    })
    expect(preRefundWindow('2024-05-20', rulesetAt('2024-05-20'))).toEqual({
      value: undefined,
      missing: ['overseas_warehouse.settle_until'],
    })
  })

  it('six months end on the last day of a shorter month, for the four modes only', () => {
    const on = rulesetAt('2026-08-31')
    expect(reimportUntil('2026-08-31', '9610', on)).toBe('2027-02-28')
    expect(reimportUntil('2026-08-31', '0110', on)).toBeUndefined()
  })
})

describe('monthly summary of 9610', () => {
  const facts = {
    consignor: 'A',
    transportMode: '5',
    producer: 'P',
    arrivalCountry: 'KZ',
    exitCustoms: '4715',
    finalCountry: 'KZ',
    currency: 'USD',
  }
  const lines = (n: number): SummaryLine[] =>
    Array.from({ length: n }, (_, i) => ({
      facts: { ...facts, hsCode: String(9503000000 + i) },
      value: 100 + i,
      netGrams: 5,
    }))
  const declarations = (of: readonly SummaryLine[]) => {
    const made = monthlySummary(of, rules)
    if ('refused' in made) throw new Error(JSON.stringify(made.refused))
    return made.declarations
  }

  it('vector 36: 51 merged lines make two declarations, of 50 and of 1', () => {
    expect(declarations(lines(51)).map(one => one.lines.length)).toEqual([50, 1])
    expect(declarations(lines(50))).toHaveLength(1)
  })

  it('lines that agree in head and body are merged with their sums, another head is another declaration', () => {
    const merged = declarations([...lines(2), ...lines(2)])
    expect(merged[0]?.lines.map(one => [one.value, one.netGrams, one.merged])).toEqual([
      [200, 10, 2],
      [202, 10, 2],
    ])
    const other = { ...lines(1)[0]!, facts: { ...lines(1)[0]!.facts, exitCustoms: '4700' } }
    expect(declarations([...lines(1), other])).toHaveLength(2)
  })

  it('a line without a fact by which it would be merged is refused with its number', () => {
    const [first] = lines(1)
    expect(monthlySummary([{ ...first!, facts: { ...first!.facts, producer: '' } }], rules)).toEqual({
      refused: [{ code: 'summary.fact_missing', line: 1, what: 'producer' }],
    })
  })
})

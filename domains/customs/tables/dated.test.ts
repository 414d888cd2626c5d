import { describe, expect, it } from 'vitest'
import { parsePositiveList, parseRefundRates, parseUnitTaxes } from './dated.ts'
import { exchangeRate, factFinder } from './lookups.ts'
import { parseRates } from './rates.ts'

const REFUND = ['code', 'rate', 'from', 'to', 'source', 'strength']
const cells = (...lines: string[]) => lines.map(line => line.split(','))

describe('a dated fact about goods', () => {
  it('changes on its day, both days included', async () => {
    const { rows } = await parseRefundRates([
      REFUND,
      ...cells(
        '85414,0.13,2020-01-01,2024-11-30,old,secondary',
        '85414,0.09,2024-12-01,2026-03-31,new,secondary',
        '85414,0,2026-04-01,,end,secondary',
      ),
    ])
    const rate = factFinder(rows)
    const days = ['2019-12-31', '2024-11-30', '2024-12-01', '2026-03-31', '2026-04-01']
    expect(days.map(day => rate('8541402000', day)?.rate)).toEqual([undefined, '0.13', '0.09', '0.09', '0'])
  })

  it('for more digits of the code stands over one for fewer', async () => {
    const { rows } = await parseRefundRates([
      REFUND,
      ...cells('39,0.13,2020-03-20,,a,assumed', '392690,0,2020-03-20,,b,assumed'),
    ])
    const rate = factFinder(rows)
    expect(rate('3926909090', '2026-01-01')?.rate).toBe('0')
    expect(rate('3924100000', '2026-01-01')?.rate).toBe('0.13')
  })

  it('is refused when its days overlap an earlier row of the same code', async () => {
    const { rows, problems } = await parseRefundRates([
      REFUND,
      ...cells('6402,0.13,2020-03-20,,a,assumed', '6402,0.09,2026-01-01,,b,assumed'),
    ])
    expect(rows).toHaveLength(1)
    expect(problems).toEqual([
      { effect: 'refused', code: 'table.period_overlaps', row: 3, column: 'from', text: '2026-01-01' },
    ])
  })

  it.each([
    ['6402,0.13,2026-02-30,,a,assumed', 'from', 'table.date_malformed'],
    ['6402,0.13,2026-02-01,2026-01-31,a,assumed', 'to', 'table.period_reversed'],
    ['6402,0.13,2026-01-01,,,assumed', 'source', 'table.value_missing'],
    ['6402,0.13,2026-01-01,,a,sure', 'strength', 'table.value_unknown'],
    ['6402,13,2026-01-01,,a,assumed', 'rate', 'table.rate_not_a_fraction'],
  ])('is refused as %s', async (line, column, code) => {
    const { rows, problems } = await parseRefundRates([REFUND, ...cells(line)])
    expect(rows).toEqual([])
    expect(problems).toMatchObject([{ effect: 'refused', column, code, row: 2 }])
  })

  it('may mark a refund rate of 0, and no other', async () => {
    const { rows, problems } = await parseRefundRates([
      [...REFUND, 'mark'],
      ...cells('8541,0,2026-04-01,,a,secondary,1', '8542,0.13,2026-04-01,,a,secondary,1'),
    ])
    expect(rows.map(row => row.mark)).toEqual(['1'])
    expect(problems).toMatchObject([{ column: 'mark', row: 3, effect: 'refused' }])
  })

  it('says of retail-import goods yes or no; a code that no row names is unknown', async () => {
    const { rows } = await parsePositiveList([
      ['code', 'listed', 'from', 'to', 'source', 'strength'],
      ...cells('22042100,yes,2022-03-01,,list,example', '2402,no,2022-03-01,,list,example'),
    ])
    const listed = (code: string) => factFinder(rows)(code, '2026-11-23')?.listed
    expect([listed('2204210000'), listed('2402200000'), listed('9503008900')]).toEqual([
      true,
      false,
      undefined,
    ])
  })

  it('carries a tax by quantity with its unit, never without', async () => {
    const { rows, problems } = await parseUnitTaxes([
      ['code', 'rate', 'per_unit', 'unit', 'from', 'to', 'source', 'strength'],
      ...cells('2208,0.20,1.00,035,2009-01-01,,x,assumed', '2402,0.36,0.003,,2009-05-01,,x,assumed'),
    ])
    expect(rows).toMatchObject([{ code: '2208', rate: '0.2', perUnit: '1', unit: '035' }])
    expect(problems).toMatchObject([{ effect: 'refused', column: 'unit', row: 3 }])
  })
})

describe('exchange rates', () => {
  const HEADER = ['currency', 'purpose', 'from', 'to', 'rate', 'source', 'strength']

  it('of one purpose never answer for another', async () => {
    const { rows } = await parseRates([
      HEADER,
      ...cells(
        'USD,customs,2026-11-01,2026-11-30,7.10,x,example',
        'USD,settlement,2026-11-23,2026-11-23,7.08,x,example',
      ),
    ])
    const rate = (purpose: 'customs' | 'refund' | 'settlement', day: string) =>
      exchangeRate(rows, { currency: 'USD', purpose, day })?.rate
    expect(rate('customs', '2026-11-23')).toBe('7.1')
    expect(rate('settlement', '2026-11-23')).toBe('7.08')
    expect(rate('refund', '2026-11-23')).toBeUndefined()
    expect(rate('customs', '2026-12-01')).toBeUndefined()
  })

  it.each([
    ['usd,customs,2026-11-01,,7.10,x,example', 'currency', 'table.code_malformed'],
    ['USD,monthly,2026-11-01,,7.10,x,example', 'purpose', 'table.value_unknown'],
    ['USD,customs,2026-11-01,,0,x,example', 'rate', 'table.rate_malformed'],
    ['USD,customs,2026-11-01,,7.10,,example', 'source', 'table.value_missing'],
  ])('are refused as %s', async (line, column, code) => {
    const { rows, problems } = await parseRates([HEADER, ...cells(line)])
    expect(rows).toEqual([])
    expect(problems).toMatchObject([{ effect: 'refused', column, code, row: 2 }])
  })

  it('that overlap are refused', async () => {
    const { rows, problems } = await parseRates([
      HEADER,
      ...cells('USD,customs,2026-11-01,,7.10,x,example', 'USD,customs,2026-12-01,2026-12-31,7.11,x,example'),
    ])
    expect(rows).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'table.period_overlaps', row: 3 }])
  })
})

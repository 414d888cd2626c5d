import { describe, expect, it } from 'vitest'
import { formatCents } from './amount/cents.ts'
import type { Order, OrderLine } from './order.ts'
import { codesOf, context, line, modeOf, plan, retail } from './testing.ts'

const retailTaxes = (lineFields: Partial<OrderLine>, order: Partial<Order> = {}) => {
  const mode = modeOf(plan(retail(order, [line({ positiveList: true, ...lineFields })])), '9610')
  expect(mode.allowed).toBe(true)
  const { taxes, lines } = mode.amounts!
  return {
    duty: formatCents(taxes.duty),
    ct: formatCents(taxes.consumptionTax),
    vat: formatCents(taxes.vat),
    total: formatCents(taxes.total),
    base: formatCents(lines[0]!.dutiableValue),
  }
}

describe('retail import within the limits', () => {
  it('vector 1: value 1000 at VAT 13 % pays 91.00 and no duty', () => {
    expect(retailTaxes({ price: '1000', vatRate: '0.13', consumptionRate: '0' })).toMatchObject({
      duty: '0.00',
      vat: '91.00',
      total: '91.00',
    })
  })

  it('vector 2: value 1000 at VAT 9 % pays 63.00', () => {
    expect(retailTaxes({ price: '1000', vatRate: '0.09', consumptionRate: '0' }).total).toBe('63.00')
  })

  it('vector 3: value 1000, VAT 13 %, consumption tax 15 % pays 230.59, not the 230.50 of a cut rate', () => {
    expect(retailTaxes({ price: '1000', vatRate: '0.13', consumptionRate: '0.15' })).toMatchObject({
      ct: '123.53',
      vat: '107.06',
      total: '230.59',
    })
  })

  it('vector 5: 1000 with 90 freight and 10 insurance at consumption tax 20 % rounds 125.125 up', () => {
    expect(
      retailTaxes(
        { price: '1000', vatRate: '0.13', consumptionRate: '0.20' },
        { freight: '90', insurance: '10' },
      ),
    ).toMatchObject({ base: '1100.00', ct: '192.50', vat: '125.13', total: '317.63' })
  })

  it('vector 7: points do not lower the tax base of 110 and a price cut does', () => {
    const goods = { price: '100', vatRate: '0.13', consumptionRate: '0' }
    expect(retailTaxes(goods, { freight: '10', points: '5' })).toMatchObject({
      base: '110.00',
      total: '10.01',
    })
    expect(retailTaxes(goods, { freight: '10', discount: '5' }).base).toBe('105.00')
  })

  it('vector 8: value 100 pays 9.10, the small-amount exemption does not apply', () => {
    expect(retailTaxes({ price: '100', vatRate: '0.13', consumptionRate: '0' }).total).toBe('9.10')
  })

  it('reduces the unrounded statutory amounts and rounds once: 4.81 pays 0.59 and 0.51, not 0.60 and 0.52', () => {
    // Consumption tax 0.848824 × 0.7 = 0.594; VAT (4.81 + 0.848824) × 0.13 × 0.7 = 0.515 cut at 0.51495.
    expect(retailTaxes({ price: '4.81', vatRate: '0.13', consumptionRate: '0.15' })).toMatchObject({
      ct: '0.59',
      vat: '0.51',
    })
  })

  it('another currency is converted and rounded line by line, freight by itself', () => {
    // 0.05 USD at 7.10 is 0.355, so 0.36 on each of two lines; freight 0.01 USD is 0.07.
    const made = plan(
      retail({ currency: 'USD', freight: '0.01' }, [line({ price: '0.05' }), line({ price: '0.05' })]),
    )
    expect(made.facts.value).toBe(72)
    expect(modeOf(made, '9610').amounts?.lines.map(one => one.dutiableValue)).toEqual([40, 39])
  })

  it('a specific consumption tax is reduced like the rest', () => {
    // 2 l of whisky, CNY 1 per kg, 20 %: ct = 1000 × 0.2 / 0.8 + 2 / 0.8 = 252.50
    const taxes = retailTaxes({ hsCode: '2208300000', price: '1000', netWeight: '2' })
    expect(taxes).toMatchObject({ ct: '176.75', vat: '113.98', total: '290.73' })
  })
})

describe('limits of retail import', () => {
  const at = (price: string, order: Partial<Order> = {}, fields: Partial<OrderLine> = {}) =>
    plan(retail(order, [line({ price, mfnRate: '0.10', ...fields })]))

  it('vector 9: 5000.00 with nothing used is retail and pays 455.00', () => {
    const mode = modeOf(at('5000.00'), '9610')
    expect(mode.amounts?.taxes.total).toBe(455_00)
    expect(codesOf(mode)).toContain('retail.within_limits')
  })

  it('vector 10: 5000.01 in two items is out of the retail channel, with the split as remedy and 0110 as way out', () => {
    const made = plan(
      retail({}, [line({ price: '2500.00', mfnRate: '0' }), line({ price: '2500.01', mfnRate: '0' })]),
    )
    expect(modeOf(made, '9610')).toMatchObject({ allowed: false, remedy: { code: 'split', declarations: 2 } })
    expect(modeOf(made, '9610').amounts).toBeUndefined()
    expect(made.chosen).toBe('0110')
  })

  it('says into how many orders it can be split, piece by piece', () => {
    const remedy = (lines: Partial<OrderLine>[], order: Partial<Order> = {}) =>
      modeOf(plan(retail(order, lines.map(line))), '9610').remedy
    // Two of 3000 do not fit one order, though 9000 is less than two limits.
    expect(remedy([{ qty: '3', price: '3000' }])).toEqual({ code: 'split', declarations: 3 })
    expect(remedy([{ qty: '4', price: '2500' }])).toEqual({ code: 'split', declarations: 2 })
    // A piece above the single limit goes as an order of its own, one of the yearly limit does not.
    expect(remedy([{ price: '6000' }, { price: '100' }])).toEqual({ code: 'split', declarations: 2 })
    expect(remedy([{ price: '26000' }, { price: '100' }])).toBeUndefined()
    // Splitting does not help where the year is used up.
    expect(remedy([{ qty: '2', price: '3000' }], { yearUsed: '20000.01' })).toBeUndefined()
  })

  it('one line of quantity two above the single limit is two items', () => {
    expect(modeOf(at('2500.01', {}, { qty: '2' }), '9610').allowed).toBe(false)
  })

  it('a single item above the single limit pays full tax, as the worked example of the layout', () => {
    const made = at('6000', {}, { consumptionRate: '0.15', vatRate: '0.13' })
    const { taxes } = modeOf(made, '9610').amounts!
    expect([taxes.duty, taxes.consumptionTax, taxes.vat, taxes.total]).toEqual([
      60000, 116471, 100941, 277412,
    ])
    expect(made.chosen).toBe('9610')
  })

  it('vector 12: one item of 6000 with 20,001 used exceeds the year and goes to general trade', () => {
    const made = at('6000', { yearUsed: '20001' })
    expect(codesOf(modeOf(made, '9610'))).toContain('retail.year_limit_exceeded')
    expect(made.chosen).toBe('0110')
    expect(modeOf(at('6000', { yearUsed: '20000' }), '9610').allowed).toBe(true)
  })

  it('vector 12: one item of 26,000.00 is not below the yearly limit and is refused, 25,999.99 is not', () => {
    expect(modeOf(at('26000.00'), '9610').allowed).toBe(false)
    expect(modeOf(at('25999.99'), '9610').allowed).toBe(true)
  })

  it('vector 13: 5000 with 21,000 used is allowed, with 21,000.01 used it is refused', () => {
    expect(modeOf(at('5000', { yearUsed: '21000' }), '9610').allowed).toBe(true)
    expect(modeOf(at('5000', { yearUsed: '21000.01' }), '9610').allowed).toBe(false)
  })

  it('a yearly amount nobody states is asked of the own record; an empty one is said, with its source', () => {
    const { yearUsed: _, ...order } = retail()
    const empty = modeOf(plan(order), '9610')
    expect(empty.allowed).toBe(true)
    expect(empty.reasons.find(one => one.code === 'retail.year_used_from_no_record')).toMatchObject({
      params: { amount: '0.00' },
      rule: { id: 'retail_import.year_limit' },
    })
    expect(codesOf(modeOf(plan(retail()), '9610')).some(code => code.includes('year_used'))).toBe(false)
    const record = context({
      yearUsed: (buyer, year) => (buyer === 'buyer-1' && year === 2026 ? '25950' : undefined),
    })
    expect(codesOf(modeOf(plan(order, record), '9610'))).toContain('retail.year_limit_exceeded')
  })

  it('vector 15: goods off the positive list, or an order without its platform papers, are refused', () => {
    expect(codesOf(modeOf(at('100', {}, { positiveList: false }), '9610'))).toContain(
      'retail.not_on_positive_list',
    )
    for (const missing of [{ platformOrderNo: undefined }, { platform: undefined }]) {
      expect(modeOf(plan(retail(missing)), '9610')).toMatchObject({
        allowed: false,
        remedy: { code: 'obtain', what: 'platform.order' },
      })
    }
    expect(codesOf(modeOf(plan(retail({ buyerId: undefined })), '9610'))).toContain('needs.buyerId')
  })

  it('a code of which the list says nothing is undetermined, never allowed', () => {
    const made = at('100', {}, { hsCode: '9504300010' })
    expect(modeOf(made, '9610').allowed).toBe('undetermined')
    expect(modeOf(made, '0110').allowed).toBe('undetermined')
  })

  it('before 2019 the limits were 2000 and 20,000, and a dearer item went to general trade', () => {
    expect(modeOf(at('2000.01', { date: '2018-12-31' }), '9610').allowed).toBe(false)
    expect(modeOf(at('2000.00', { date: '2018-12-31' }), '9610').allowed).toBe(true)
  })
})

describe('bonded retail import', () => {
  const bonded = (fields: Partial<Order>) => plan(retail({ channel: 'bonded', ...fields }))

  it('goes by 1210 where it is open, which Wuhan is, and by 1239 where it is not', () => {
    expect(bonded({}).chosen).toBe('1210')
    expect(modeOf(bonded({}), '1239').allowed).toBe(false)
    const elsewhere = bonded({ pilotCity: false })
    expect(elsewhere.chosen).toBe('1239')
    expect(modeOf(elsewhere, '1239').amounts?.documents).toContain('clearance_papers')
  })
})

import { describe, expect, it } from 'vitest'
import { formatCents } from './amount/cents.ts'
import type { Order, OrderLine } from './order.ts'
import { planOrder } from './plan.ts'
import { tariffTables } from './tables/memory.ts'
import { codesOf, context, line, modeOf, plan, retail, TABLE } from './testing.ts'

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

  it('a yearly amount nobody states is asked of the own record, and without one is undetermined', () => {
    const { yearUsed: _, ...order } = retail()
    expect(modeOf(plan(order), '9610').allowed).toBe('undetermined')
    const record = context({
      yearUsed: (buyer, year) => (buyer === 'buyer-1' && year === 2026 ? '25950' : undefined),
    })
    expect(codesOf(modeOf(plan(order, record), '9610'))).toContain('retail.year_limit_exceeded')
  })

  it('vector 15: goods off the positive list, or an order without its platform papers, are refused', () => {
    expect(codesOf(modeOf(at('100', {}, { positiveList: false }), '9610'))).toContain(
      'retail.not_on_positive_list',
    )
    const { platformOrderNo: _, ...order } = retail()
    expect(modeOf(plan(order), '9610')).toMatchObject({
      allowed: false,
      remedy: { code: 'obtain', what: 'platform.order' },
    })
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

describe('general import', () => {
  const general = (fields: Partial<OrderLine>, order: Partial<Order> = {}) =>
    modeOf(plan(retail({ channel: 'b2b', ...order }, [line({ mfnRate: '0.10', ...fields })])), '0110')

  it('vector 16: 1100 at duty 10 %, consumption tax 20 %, VAT 13 % pays 110.00, 302.50, 196.63', () => {
    const mode = general({ price: '1100', consumptionRate: '0.20', vatRate: '0.13' }, { incoterm: 'CIF' })
    const { taxes, lines } = mode.amounts!
    expect([taxes.duty, taxes.consumptionTax, taxes.vat, taxes.total]).toEqual([11000, 30250, 19663, 60913])
    expect(lines[0]!.dutiableValue + taxes.total).toBe(170913)
  })

  it('vector 18: FOB 10,000 with freight 800 reckons insurance 32.40 and pays 2142.64', () => {
    const mode = general({ price: '10000', mfnRate: '0.06' }, { incoterm: 'FOB', freight: '800' })
    const { taxes, lines } = mode.amounts!
    expect(lines[0]!.dutiableValue).toBe(1083240)
    expect([taxes.duty, taxes.vat, taxes.total]).toEqual([64994, 149270, 214264])
    expect(codesOf(mode)).toContain('value.insurance_reckoned')
  })

  it('each tax of at most 50 yuan for the consignment is free by itself, and 50.01 is due', () => {
    // Duty 50.00 is free and does not enter VAT (an assumption of the rules); VAT 65.00 is due.
    expect(general({ price: '500', mfnRate: '0.10' }).amounts?.taxes).toMatchObject({ duty: 0, vat: 6500 })
    expect(general({ price: '500.10', mfnRate: '0.10' }).amounts?.taxes.duty).toBe(5001)
  })

  it('specific and compound consumption tax follow the law', () => {
    // Beer: 0.25 per litre, 100 litres. Spirits: (1000 + 50 + 10) / 0.8 × 0.2 + 10 = 275.
    const beer = general({
      hsCode: '2203000000',
      price: '10',
      qty: '100',
      mfnRate: '0',
      consumptionUnitTax: '0.25',
    })
    expect(beer.amounts?.taxes.consumptionTax).toBe(0)
    const more = general({
      hsCode: '2203000000',
      price: '10',
      qty: '400',
      mfnRate: '0',
      consumptionUnitTax: '0.25',
    })
    expect(more.amounts?.taxes).toMatchObject({ consumptionTax: 10000, vat: 53300 })
    const spirits = general({
      hsCode: '2208300000',
      price: '100',
      qty: '10',
      netWeight: '10',
      mfnRate: '0.06',
    })
    expect(spirits.amounts?.taxes).toMatchObject({ duty: 6000, consumptionTax: 27750 })
  })

  it('beer whose unit tax nobody gives is undetermined, though the table says a rate of 0', () => {
    const mode = general({ hsCode: '2203000000', price: '1000' })
    expect(mode.allowed).toBe('undetermined')
    expect(codesOf(mode)).toContain('needs.consumptionUnitTax')
  })

  it('cosmetics bear consumption tax only from 10 yuan a millilitre or 15 a piece', () => {
    const cream = (price: string, content: string, contentUnit: 'ml' | 'piece') =>
      general({ hsCode: '3304990099', price, content, contentUnit }).amounts?.taxes.consumptionTax
    expect(cream('500', '50', 'ml')).toBeGreaterThan(0)
    expect(cream('499.99', '50', 'ml')).toBe(0)
    expect(cream('1500', '100', 'piece')).toBeGreaterThan(0)
    expect(cream('1499', '100', 'piece')).toBe(0)
    expect(codesOf(general({ hsCode: '3304990099', price: '500' }))).toContain('needs.content')
  })

  it('a table rate needs the duties by origin to be loaded for that origin', () => {
    const { mfnRate: _, ...toy } = line({ price: '1000' })
    const from = (country: string) => modeOf(plan(retail({ channel: 'b2b', country }, [toy])), '0110')
    expect(from('JP').allowed).toBe(true)
    expect(from('US').allowed).toBe('undetermined')
    expect(codesOf(from('US'))).toContain('needs.originMeasures')
  })

  it('a code outside the table is planned when the line carries every rate, else undetermined', () => {
    const all = { hsCode: '9999999999', price: '1000', consumptionRate: '0', vatRate: '0.13' }
    expect(codesOf(general(all))).toContain('tariff.code_not_in_table')
    expect(general(all).allowed).toBe(true)
    expect(codesOf(general({ ...all, vatRate: undefined }))).toContain('needs.vatRate')
  })

  it('a shorter code serves where all of its codes agree on the rate', () => {
    expect(general({ hsCode: '610910', price: '1000' }).amounts?.taxes.vat).toBe(14300)
    expect(general({ hsCode: '3304', price: '1000', consumptionRate: '0' }).amounts?.taxes.vat).toBe(14300)
  })
})

describe('duty by origin', () => {
  const fact = { from: '2026-01-01', source: 'test' }
  const tables = tariffTables({
    ...TABLE,
    rows: TABLE.rows.map(row => (row.code === '6109100010' ? { ...row, provisionalRate: '0.03' } : row)),
    agreementRates: [{ ...fact, code: '6109', origin: 'JP', rate: '0' }],
    originMeasures: [
      { ...fact, code: '6109', origin: 'JP', kind: 'anti_dumping', rate: '0.10' },
      { ...fact, code: '6109', origin: 'US', kind: 'additional', rate: '0.25' },
      { ...fact, code: '9503', origin: 'JP', kind: 'additional', rate: '0.5', to: '2026-06-30' },
    ],
  })
  const shirt = (hsCode: string) =>
    modeOf(
      plan(
        retail({ channel: 'b2b' }, [line({ hsCode, price: '1000' })]),
        context({ tablesAt: () => tables }),
      ),
      '0110',
    )

  it('takes the lower provisional rate and adds the duties of that origin and day, each rounded', () => {
    const mode = shirt('6109100010')
    expect(mode.amounts?.taxes).toMatchObject({ duty: 130_00, vat: 146_90 })
    expect(codesOf(mode)).toEqual(expect.arrayContaining(['duty.provisional_rate', 'duty.anti_dumping']))
    expect(shirt('9503008900').amounts?.taxes.duty).toBe(0)
  })

  it('says that an agreement rate is open, and does not use it without a certificate', () => {
    expect(codesOf(shirt('6109100090'))).toContain('duty.agreement_rate_open')
    expect(shirt('6109100090').amounts?.taxes.duty).toBe(160_00)
  })

  it('a shorter code is unclear where only some of its codes have a provisional rate', () => {
    expect(codesOf(shirt('610910'))).toContain('needs.mfnRate')
  })
})

describe('fields that cannot be read', () => {
  it.each([
    [{ qty: '-1' }, 'qty', 'input.not_positive'],
    [{ qty: '0.00' }, 'qty', 'input.not_positive'],
    [{ price: '1,000' }, 'price', 'input.not_a_decimal'],
    [{ hsCode: '123' }, 'hsCode', 'input.bad_code'],
    [{ vatRate: '13' }, 'vatRate', 'input.not_a_fraction'],
    [{ invoiceAmount: '1.005' }, 'invoiceAmount', 'input.not_an_amount'],
    [{ price: '999999999999' }, 'price', 'input.too_large'],
  ])('%o is refused at its column', (fields, column, code) => {
    const made = planOrder(retail({}, [line(fields)]), context())
    expect(made).toMatchObject({ refused: [{ orderNo: 'R-1', column, code }] })
  })

  it('so are a day that does not exist, no lines, and a discount above the price', () => {
    const refusal = (order: Order) => {
      const made = planOrder(order, context())
      return 'refused' in made ? made.refused.map(one => one.code) : []
    }
    expect(refusal(retail({ date: '2026-02-30' }))).toEqual(['input.bad_date'])
    expect(refusal(retail({}, []))).toEqual(['input.no_lines'])
    expect(refusal(retail({ discount: '100.01' }))).toEqual(['input.discount_above_price'])
  })
})

describe('postal articles and luggage', () => {
  const post = (fields: Partial<OrderLine>, order: Partial<Order> = {}) =>
    modeOf(plan(retail({ channel: 'postal', ...order }, [line(fields)])), order.channel ?? 'postal')

  it('vector 20: 1000 at 20 % is due whole, 250 at 20 % makes 50.00 and is free', () => {
    expect(post({ price: '1000', postalRate: '0.20' }).amounts?.taxes.postal).toBe(20000)
    expect(post({ price: '250', postalRate: '0.20' }).amounts?.taxes.postal).toBe(0)
    expect(post({ price: '250.05', postalRate: '0.20' }).amounts?.taxes.postal).toBe(5001)
  })

  it('a shipment by mail may be worth 2000 since 2024-12-01, and 1000 (800 from Hong Kong) before', () => {
    const two = (price: string, order: Partial<Order>) => post({ qty: '2', price }, order).allowed
    expect(two('1000', {})).toBe(true)
    expect(two('1000.01', {})).toBe(false)
    expect(two('500.01', { date: '2024-11-30' })).toBe(false)
    expect(two('400.01', { date: '2024-11-30', country: 'HK' })).toBe(false)
    expect(two('400.01', { country: 'HK' })).toBe(true)
  })

  it('one indivisible item above the limit stays a personal article', () => {
    expect(post({ price: '2000.01' }).allowed).toBe(true)
  })

  it('luggage is taxed above its own limit only, one item whole', () => {
    const carried = (fields: Partial<OrderLine>, order: Partial<Order> = {}) =>
      post(fields, { channel: 'luggage', ...order }).amounts?.taxes.postal
    expect(carried({ qty: '2', price: '2500' })).toBe(0)
    expect(carried({ qty: '2', price: '3000' })).toBe(13000)
    expect(carried({ price: '6000' })).toBe(78000)
    expect(carried({ qty: '2', price: '6000' }, { country: 'HK' })).toBe(0)
  })
})

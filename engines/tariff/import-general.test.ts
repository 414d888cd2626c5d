import { describe, expect, it } from 'vitest'
import type { Order, OrderLine } from './order.ts'
import { planOrder } from './plan.ts'
import { tariffTables } from './tables/memory.ts'
import { codesOf, context, line, modeOf, plan, retail, TABLE } from './testing.ts'

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

  it('a stated rate replaces the ad valorem part only: the part per unit stays, or is asked for', () => {
    // 10 kg of spirits at CNY 1 a kilogram and a stated 10 %: (1000 + 60) / 0.9 × 0.1 + 10 / 0.9 = 128.89.
    const spirits = {
      hsCode: '2208300000',
      price: '100',
      qty: '10',
      mfnRate: '0.06',
      consumptionRate: '0.10',
    }
    expect(general({ ...spirits, netWeight: '10' }).amounts?.taxes.consumptionTax).toBe(128_89)
    expect(codesOf(general(spirits))).toContain('needs.netWeight')
    expect(codesOf(general({ hsCode: '2203000000', price: '1000', consumptionRate: '0' }))).toContain(
      'needs.consumptionUnitTax',
    )
    // And a stated amount per unit keeps the table's rate: (1000 + 60) / 0.8 × 0.2 + 20 / 0.8 = 290.00.
    const { consumptionRate: _, ...byTable } = spirits
    expect(general({ ...byTable, consumptionUnitTax: '2' }).amounts?.taxes.consumptionTax).toBe(290_00)
  })

  it('a stated cosmetics rate is held against the price per ml where the content is stated too', () => {
    const cream = (fields: Partial<OrderLine>) =>
      general({ hsCode: '3304990099', price: '499', consumptionRate: '0.15', ...fields }).amounts?.taxes
        .consumptionTax
    expect(cream({})).toBeGreaterThan(0)
    expect(cream({ content: '50', contentUnit: 'ml' })).toBe(0)
  })

  it('a tax that is free is left out of the next one, said with the assumption it is', () => {
    const mode = general({ price: '500', mfnRate: '0.10' })
    const reason = mode.reasons.find(one => one.code === 'small_amount.left_out_of_base')
    expect(reason?.rule?.strength).toBe('assumed')
    expect(codesOf(general({ price: '500.10' }))).not.toContain('small_amount.left_out_of_base')
  })

  it('freight beside a price without an incoterm is added and said; under CIF it is inside', () => {
    const value = (order: Partial<Order>) => {
      const mode = general({ price: '1000' }, { freight: '100', ...order })
      return [mode.amounts?.lines[0]?.dutiableValue, codesOf(mode).includes('value.freight_beside_price')]
    }
    expect(value({})).toEqual([1100_00, true])
    expect(value({ incoterm: 'CIF' })).toEqual([1000_00, false])
    expect(value({ incoterm: 'FOB', insurance: '0' })).toEqual([1100_00, false])
    // CFR has the freight inside: 1000 + 0.3 % insurance.
    expect(value({ incoterm: 'CFR' })).toEqual([1003_00, false])
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

  it('adds the duties of the origin to a rate that the line states, and says where they are not loaded', () => {
    const stated = (country: string) =>
      modeOf(
        plan(
          retail({ channel: 'b2b', country }, [
            line({ hsCode: '6109100090', price: '2000', mfnRate: '0.05' }),
          ]),
          context({ tablesAt: () => tables }),
        ),
        '0110',
      )
    expect(stated('JP').amounts?.taxes.duty).toBe(300_00)
    expect(stated('US').amounts?.taxes.duty).toBe(100_00)
    expect(codesOf(stated('US'))).toContain('duty.measures_not_checked')
    expect(codesOf(stated('JP'))).not.toContain('duty.measures_not_checked')
  })

  it('takes the origin of the line before the country of the order', () => {
    const goods = line({ hsCode: '6109100090', price: '1000', origin: 'JP' })
    const order = retail({ channel: 'b2b', country: 'US' }, [goods])
    expect(modeOf(plan(order, context({ tablesAt: () => tables })), '0110').amounts?.taxes.duty).toBe(160_00)
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

import { describe, expect, it } from 'vitest'
import type { Order, OrderLine } from './order.ts'
import { FactsOfDay } from './tables/facts.ts'
import { type TableRows, tariffTables } from './tables/memory.ts'
import { codesOf, context, contextWith, line, market, modeOf, plan, retail, TABLE } from './testing.ts'

const shop = { platform: 'shop', platformOrderNo: 'P-1' }
const invoice = { invoiceAmount: '50', invoiceRate: '0.13' }

describe('a rule follows its parameter', () => {
  it('market procurement is closed where the city is no pilot', () => {
    const made = modeOf(plan(market(), contextWith('market.pilot', 'no')), '1039')
    expect(made.allowed).toBe(false)
    expect(codesOf(made)).toContain('market.no_pilot_here')
  })

  it('retail export without an invoice outside a pilot zone is taxed as a domestic sale', () => {
    const parcel = market({ channel: 'b2c', currency: 'CNY', ...shop }, [line({ price: '113' })])
    const taxes = (zone: string) =>
      modeOf(plan(parcel, contextWith('retail_export.pilot_zone', zone)), '9610').amounts?.taxes
    expect(taxes('yes')).toMatchObject({ vat: 0, assessed: 23 })
    expect(taxes('no')).toMatchObject({ vat: 13_00, assessed: 0 })
  })

  it('a retail duty rate above 0 is levied and enters the taxes on it', () => {
    // 1000 at 10 %: duty 100.00, VAT 1100 × 13 % × 0.7 = 100.10.
    const made = plan(retail({}, [line({ price: '1000' })]), contextWith('retail_import.duty_rate', '0.1'))
    expect(modeOf(made, '9610').amounts?.taxes).toMatchObject({ duty: 100_00, vat: 100_10 })
  })

  it('a return free of import tax covers the modes that the rule names', () => {
    const parcel = market({ channel: 'b2c', ...shop })
    const back = (modes: string[]) =>
      modeOf(plan(parcel, contextWith('export_return.free', { months: '6', modes })), '9610')
        .amounts!.deadlines.map(one => one.what)
        .includes('return.reimport_free')
    expect([back(['9610']), back(['9710'])]).toEqual([true, false])
  })
})

describe('local goods of market procurement', () => {
  const codes = (hsCode: string, fields: Partial<OrderLine> = {}) =>
    codesOf(modeOf(plan(market({}, [line({ hsCode, ...fields })])), '1039'))

  it.each([
    ['0106190090', 'market.local_food'],
    ['2309101000', 'market.local_food'],
    ['2208300000', 'market.local_liquid'],
    ['3303000010', 'market.local_liquid'],
    ['2804100000', 'market.local_chemical'],
    ['2905110000', 'market.local_chemical'],
    ['3604100000', 'market.local_chemical'],
  ])('%s stays out: %s', (code, reason) => {
    expect(codes(code)).toContain(reason)
  })

  it('a code too short to tell is asked for more digits', () => {
    const on = contextWith('market.excluded.liquids', { reason: 'market.local_liquid', codes: ['950300'] })
    const made = modeOf(plan(market({}, [line({ hsCode: '9503' })]), on), '1039')
    expect(made.allowed).toBe('undetermined')
    expect(codesOf(made)).toContain('needs.hsCode')
  })
})

describe('bonded export (1210)', () => {
  const out = (order: Partial<Order>) =>
    modeOf(plan(market({ channel: 'bonded', ...shop, ...order }, [line(invoice)])), '1210')

  it('is refunded at entry into the zone where 1210 is open and a platform sold the parcel', () => {
    expect(out({}).amounts).toMatchObject({ refund: 6_50, netCost: -6_50 })
    expect(codesOf(out({}))).toContain('bonded.refund_at_zone_entry')
    expect(codesOf(out({ pilotCity: false }))).toContain('bonded.city_not_open')
    expect(out({ platformOrderNo: undefined }).remedy).toEqual({ code: 'obtain', what: 'platform.order' })
  })
})

describe('what a channel leads to', () => {
  it('a warehouse order without its number, and a bonded order above the limits, go by 0110', () => {
    expect(plan(market({ channel: 'warehouse' }, [line(invoice)])).chosen).toBe('0110')
    const above = retail({ channel: 'bonded' }, [line({ qty: '2', price: '3000', mfnRate: '0' })])
    expect(plan(above).chosen).toBe('0110')
  })

  it('9710 is refunded as 0110 with the same days, 9810 by its own', () => {
    const days = (order: Partial<Order>, mode: string) =>
      modeOf(plan(market(order, [line(invoice)])), mode).amounts?.deadlines.map(one => one.what)
    expect(days({ channel: 'b2b', ...shop }, '9710')).toEqual([
      'refund.declare',
      'refund.last_day',
      'return.reimport_free',
    ])
    expect(days({ channel: 'warehouse', warehouseOrderNo: 'W' }, '9810')).toEqual([
      'refund.settle',
      'return.reimport_free',
    ])
  })

  it('the seller decides the refund: unstated it is undetermined, and no premium is reckoned for all', () => {
    const made = plan(market({ sellerKind: undefined }))
    expect(codesOf(modeOf(made, '0110'))).toContain('needs.sellerKind')
    expect(plan(market({ vatPayer: false })).breakEven).toBeUndefined()
    expect(
      plan(market({ sellerKind: 'producer', inputVat: '0', domesticOutputVat: '0' })).breakEven,
    ).toBeUndefined()
  })

  it('a discount counts against the limit of a market declaration', () => {
    const at = (discount: string) =>
      modeOf(plan(market({ discount }, [line({ price: '150000.50' })])), '1039').allowed
    expect([at('0.50'), at('0.49')]).toEqual([true, false])
  })
})

describe('taxes at their edges', () => {
  it('one item above the single limit has no small amount: a duty of 25.00 is due', () => {
    const made = plan(retail({}, [line({ price: '5000.01', mfnRate: '0.005' })]))
    expect(modeOf(made, '9610').amounts?.taxes.duty).toBe(25_00)
  })

  it("a producer's goods at rate 0 are taxed as a domestic sale by mark 1", () => {
    const producer = {
      sellerKind: 'producer',
      inputVat: '0',
      domesticOutputVat: '0',
      currency: 'CNY',
    } as const
    const goods = line({ hsCode: '7202210010', price: '1130' })
    expect(modeOf(plan(market(producer, [goods])), '0110').amounts?.taxes.vat).toBe(130_00)
  })

  it("export duty that a line states to be none is taken at its word, beside the tariff's rate", () => {
    const goods = { hsCode: '7202210010', price: '1130', exportDuty: false, ...invoice }
    const mode = modeOf(plan(market({}, [line(goods)])), '0110')
    expect(mode.amounts?.taxes.exportDuty).toBe(0)
    expect(mode.reasons.find(one => one.code === 'export_duty.stated_none')?.params).toEqual({ rate: '25%' })
    expect(codesOf(modeOf(plan(market({}, [line({ exportDuty: true })])), '0110'))).toContain(
      'needs.exportDutyRate',
    )
  })

  it('luggage from Macao has the higher limit', () => {
    const carried = (country: string) =>
      modeOf(plan(retail({ channel: 'luggage', country }, [line({ qty: '2', price: '6000' })])), 'luggage')
        .amounts?.taxes.postal
    expect([carried('MO'), carried('JP')]).toEqual([0, 910_00])
  })
})

describe('where a rate comes from', () => {
  const source = (order: Order, mode: string, code: string, tables: Partial<TableRows>) => {
    const on = context({ tablesAt: () => tariffTables({ ...TABLE, ...tables }) })
    return modeOf(plan(order, on), mode).reasons.find(one => one.code === code)?.rule
  }
  const fact = { code: '9503', from: '2026-01-01', source: 'official gazette' }

  it('a table is named with its source, once for a mode, and a stated rate names none', () => {
    const two = [line(invoice), line(invoice)]
    const refundRates = [{ ...fact, rate: '0.13', strength: 'official' }]
    expect(source(market({}, two), '0110', 'table.refund_rates', { refundRates })).toEqual({
      id: 'table.refund_rates',
      from: '2026-01-01',
      source: 'official gazette',
      strength: 'official',
    })
    const codes = codesOf(modeOf(plan(market({}, two)), '0110'))
    expect(codes.filter(code => code === 'table.refund_rates')).toHaveLength(1)
    const stated = line({ ...invoice, refundRate: '0.13' })
    expect(codesOf(modeOf(plan(market({}, [stated])), '0110'))).not.toContain('table.refund_rates')
  })

  it('a row that is an example, or does not say how good it is, is an assumption', () => {
    const strength = (of?: string) =>
      source(retail(), '9610', 'table.positive_list', {
        positiveList: [{ ...fact, listed: true, ...(of && { strength: of }) }],
      })?.strength
    expect([strength('weak'), strength('example'), strength()]).toEqual(['weak', 'assumed', 'assumed'])
  })

  it('the postal rate, the tax per unit and a duty by origin carry theirs', () => {
    const parcel = retail({ channel: 'postal' })
    expect(source(parcel, 'postal', 'table.postal_rates', {})?.source).toBe('test')
    const spirits = line({ hsCode: '2208300000', price: '100', netWeight: '1' })
    expect(source(retail({}, [spirits]), '9610', 'table.unit_taxes', {})?.source).toBe('test')
    const originMeasures = [{ ...fact, origin: 'JP', kind: 'additional' as const, rate: '0.1' }]
    const import1 = retail({ channel: 'b2b' }, [line({ price: '1000' })])
    expect(source(import1, '0110', 'duty.additional', { originMeasures })?.source).toBe('official gazette')
  })
})

describe('dated facts about codes', () => {
  const rows = [
    { code: '6109', from: '2026-01-01', source: 's', rate: 'short' },
    { code: '610910', from: '2026-01-01', to: '2026-06-30', source: 's', rate: 'long' },
  ]
  const on = (day: string) => new FactsOfDay(rows, day, row => row.rate).find('6109100010')?.value

  it('more digits stand over fewer, from the first day to the last', () => {
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([
      undefined,
      'long',
      'long',
      'short',
    ])
  })
})

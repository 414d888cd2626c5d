import { describe, expect, it } from 'vitest'
import type { Order, OrderLine } from './order.ts'
import { overrideChoice } from './plan.ts'
import { tariffTables } from './tables/memory.ts'
import { producerRefund } from './tax/producer.ts'
import { codesOf, context, line, market, modeOf, plan, TABLE } from './testing.ts'

const invoice = (invoiceAmount: string, invoiceRate = '0.13') => ({ invoiceAmount, invoiceRate })

describe('market procurement (1039)', () => {
  const at = (fields: Partial<OrderLine>, order: Partial<Order> = {}) =>
    modeOf(plan(market(order, [line(fields)])), '1039')

  it('vector 22: USD 150,000.00 is one declaration, 150,000.01 must be split', () => {
    expect(at({ price: '150000.00' }).allowed).toBe(true)
    expect(at({ price: '150000.01' })).toMatchObject({
      allowed: false,
      remedy: { code: 'split', declarations: 2 },
    })
  })

  it('vector 22: the limit is tested in USD on the unrounded value of another currency', () => {
    // CNY 1,065,000 at 7.10 is USD 150,000 exactly; a tenth of a cent more is above.
    expect(at({ price: '1065000' }, { currency: 'CNY' }).allowed).toBe(true)
    expect(at({ price: '1065000.001' }, { currency: 'CNY' }).allowed).toBe(false)
    expect(at({ price: '150000.0001' }).allowed).toBe(false)
  })

  it('vector 23: VAT is 0 and nothing is refunded, whatever the value', () => {
    for (const price of ['1', '9999.99', '149999']) {
      expect(at({ price, ...invoice('800') }).amounts).toMatchObject({ netCost: 0, refund: 0 })
    }
  })

  it('goods not bought in the cluster, restricted, dangerous or unauthorised brands are refused by line', () => {
    const codes = (fields: Partial<OrderLine>) =>
      at(fields).reasons.map(({ code, line: no }) => `${code} ${no ?? ''}`)
    expect(codes({ inCluster: false })).toContain('market.not_in_cluster 1')
    expect(codes({ licence: true })).toContain('market.restricted_goods 1')
    expect(codes({ hsCode: '7202210010' })).toContain('market.restricted_goods 1')
    expect(codes({ dangerous: true })).toContain('market.dangerous_goods 1')
    expect(codes({ brand: true, brandAuthorised: false })).toContain('brand.not_authorised 1')
    expect(codes({ brand: true })).toContain('needs.brandAuthorised 1')
    expect(codes({ hsCode: '1901109000' })).toContain('market.local_food 1')
    expect(codes({ hsCode: '0101290010' })).toContain('goods.export_banned 1')
  })

  it('cash keeps goods out until the list of 2019 and not after', () => {
    const cash = (date: string) => codesOf(at({}, { settlement: 'cash', date }))
    expect(cash('2019-12-26')).toContain('market.settled_in_cash')
    expect(cash('2019-12-27')).not.toContain('market.settled_in_cash')
  })

  it('a business order goes by it only if its lines were bought in the cluster', () => {
    const b2b = (inCluster?: boolean) => at({ inCluster }, { channel: 'b2b' }).allowed
    expect([b2b(true), b2b(false), b2b()]).toEqual([true, false, 'undetermined'])
  })
})

describe('export refund under general trade', () => {
  const at = (fields: Partial<OrderLine>, order: Partial<Order> = {}) =>
    modeOf(plan(market(order, [line(fields)])), '0110')

  it('vector 27: a trading firm is refunded 5,000 × 1,000 × 13 % = 650,000, FOB does not matter', () => {
    for (const price of ['1', '700000']) {
      expect(at({ price, refundRate: '0.13', ...invoice('5000000') }).amounts?.refund).toBe(650_000_00)
    }
  })

  it('vector 28: an invoice of 1,000,000 at 13 % with a refund rate of 9 % gives 90,000, and 40,000 go to cost', () => {
    const mode = at({ hsCode: '9504300010', ...invoice('1000000') })
    expect(mode.amounts?.refund).toBe(90_000_00)
    const cost = mode.reasons.find(reason => reason.code === 'refund.part_not_refunded')
    expect(cost?.params).toEqual({ amount: '40000.00' })
  })

  it("a small supplier's invoice caps the refund at its own rate", () => {
    expect(at(invoice('1000', '0.03')).amounts?.refund).toBe(30_00)
    expect(at(invoice('1000', '0.01')).amounts?.refund).toBe(10_00)
    expect(codesOf(at(invoice('1000', '0.06')))).toContain('needs.invoiceRate')
  })

  it('without an invoice a general taxpayer is taxed as on a domestic sale, by a source marked weak', () => {
    const mode = at({ price: '1000' })
    expect(mode.amounts?.taxes.vat).toBe(816_81)
    const reason = mode.reasons.find(one => one.code === 'refund.no_invoice')
    expect(reason?.rule?.strength).toBe('weak')
  })

  it('a small taxpayer is exempt without refund, and an unstated standing is undetermined', () => {
    expect(at(invoice('1000'), { vatPayer: false }).amounts).toMatchObject({ refund: 0, netCost: 0 })
    expect(at({}, { vatPayer: undefined }).allowed).toBe('undetermined')
  })

  it('a refund rate of 0 is taxed less the input of the invoice, or exempt, by its mark', () => {
    // FOB CNY 7100 / 1.13 × 0.13 = 816.81, less 130 on the invoice; the export duty is 7100 / 1.25 × 0.25.
    const taxed = at({ hsCode: '7202210010', price: '1000', ...invoice('1000') })
    expect(taxed.amounts?.taxes).toMatchObject({ vat: 686_81, exportDuty: 1420_00 })
  })

  it('a producer goes by exempt-credit-refund: the lesser of the credit and FOB × rate', () => {
    const producer = {
      sellerKind: 'producer',
      currency: 'CNY',
      inputVat: '170',
      domesticOutputVat: '50',
    } as const
    // A = 1000 × (13 − 9) % = 40; due = 50 − (170 − 40) = −80; B = 90; refund 80.
    const mode = at({ hsCode: '9504300010', price: '1000' }, producer)
    expect(mode.amounts?.refund).toBe(80_00)
    expect(mode.reasons.find(one => one.code === 'refund.producer_month')?.params).toEqual({
      notCreditable: '40.00',
      exemptedOffset: '10.00',
      payable: '0.00',
      creditLeft: '0.00',
    })
    expect(at({ hsCode: '9504300010' }, { ...producer, inputVat: undefined }).allowed).toBe('undetermined')
  })

  it('the refund of a producer is at most FOB × rate, and the rest of the credit is carried on', () => {
    const month = {
      fobAtRefundRate: 90,
      notCreditable: 40,
      inputVat: 400,
      domesticOutputVat: 50,
      carriedIn: 0,
    }
    expect(producerRefund(month)).toEqual({
      notCreditable: 40,
      payable: 0,
      refund: 90,
      exemptedOffset: 0,
      creditLeft: 220,
    })
    expect(producerRefund({ ...month, inputVat: 60 })).toMatchObject({
      payable: 30,
      refund: 0,
      exemptedOffset: 90,
    })
  })

  it("the tax office's rate is its own register: without it the deemed sale is undetermined", () => {
    const rates = { USD: '7.10' }
    const on = (refund: Record<string, string>) =>
      modeOf(
        plan(
          market({}, [line({ price: '1000' })]),
          context({ fx: { customs: rates, refund, settlement: {} } }),
        ),
        '0110',
      )
    expect(codesOf(on({}))).toContain('needs.fx_refund')
    expect(on({ USD: '7.00' }).amounts?.taxes.vat).toBe(805_31)
    expect(on({ USD: '7.00' }).amounts?.lines[0]?.dutiableValue).toBe(7100_00)
  })
})

describe('the choice', () => {
  it('with an invoice general trade wins, without one market procurement', () => {
    expect(plan(market({}, [line(invoice('500'))])).chosen).toBe('0110')
    expect(plan(market({}, [line()])).chosen).toBe('1039')
  })

  it('of modes that cost the same the one with fewer documents is taken', () => {
    const shop = { channel: 'b2b', platform: 'shop', platformOrderNo: 'P-1' } as const
    const made = plan(market(shop, [line({ inCluster: false, ...invoice('500') })]))
    expect(modeOf(made, '0110').amounts?.netCost).toBe(modeOf(made, '9710').amounts?.netCost)
    expect(made.chosen).toBe('9710')
  })

  it('the break-even premium is what the invoice saves over the price', () => {
    const made = plan(market({ currency: 'CNY' }, [line({ price: '1000', ...invoice('631.54') })]))
    expect(made.breakEven).toEqual({ between: ['0110', '1039'], invoicePremium: 821 })
    expect(plan(market({ channel: 'warehouse' })).breakEven).toBeUndefined()
  })

  it('without an invoice the premium is reckoned on the price with VAT inside: 13 / 113', () => {
    expect(plan(market({ currency: 'CNY' }, [line({ price: '1000' })])).breakEven?.invoicePremium).toBe(1150)
  })

  it('the trader may override with a reason, only for an allowed mode', () => {
    const made = plan(market({}, [line(invoice('500'))]))
    expect(overrideChoice(made, '1039', 'the invoice comes late')).toMatchObject({
      chosen: '1039',
      override: { reason: 'the invoice comes late', instead: '0110' },
    })
    expect(overrideChoice(made, '1039', ' ')).toMatchObject({
      refused: [{ code: 'override.reason_missing' }],
    })
    expect(overrideChoice(made, '9710', 'why not')).toMatchObject({
      refused: [{ code: 'override.mode_not_allowed' }],
    })
  })

  it('every mode of the direction stands in the plan, a refused one with a reason and no amounts', () => {
    const made = plan(market())
    expect(made.modes.map(mode => mode.mode).sort()).toEqual(
      ['0110', '1039', '1210', '1233', '9610', '9710', '9810', 'postal'].sort(),
    )
    for (const mode of made.modes) {
      if (mode.allowed === false) expect(mode.reasons.some(one => one.effect === 'refuses')).toBe(true)
      expect(mode.amounts === undefined).toBe(mode.allowed !== true)
    }
  })
})

describe('cross-border e-commerce exports', () => {
  const shop = { platform: 'shop', platformOrderNo: 'P-1' }
  const parcel = (order: Partial<Order>, fields: Partial<OrderLine> = {}) =>
    plan(market({ channel: 'b2c', ...shop, ...order }, [line(fields)]))

  it('9610 without an invoice is exempt in the pilot zone and bears assessed income tax', () => {
    const mode = modeOf(parcel({ currency: 'CNY' }, { price: '1000' }), '9610')
    expect(mode.amounts?.taxes).toMatchObject({ vat: 0, assessed: 2_00, total: 2_00 })
  })

  it('9610 above 5000 is no other mode but goes by summary declaration', () => {
    const form = (price: string) => codesOf(modeOf(parcel({ currency: 'CNY' }, { price }), '9610'))
    expect(form('5000')).toContain('retail_export.simplified_list')
    expect(form('5000.01')).toContain('retail_export.summary_declaration')
  })

  it('9610 and 9710 need a platform order, 9810 a warehouse order', () => {
    expect(modeOf(parcel({ platform: undefined }), '9610').remedy).toEqual({
      code: 'obtain',
      what: 'platform.order',
    })
    expect(modeOf(plan(market({ channel: 'b2b' })), '9710').remedy).toEqual({
      code: 'obtain',
      what: 'platform.order',
    })
    const made = plan(market({ channel: 'warehouse' }))
    expect(modeOf(made, '9810').remedy).toEqual({ code: 'obtain', what: 'warehouse.order' })
  })

  it('9710 goes by list up to 5000 where there is no refund to lose, else by declaration', () => {
    const form = (price: string, fields: Partial<OrderLine> = {}) => {
      const goods = line({ price, inspection: false, ...fields })
      const order = market({ channel: 'b2b', currency: 'CNY', ...shop }, [goods])
      return modeOf(plan(order), '9710').amounts?.documents
    }
    expect(form('5000')).toContain('CEB603')
    expect(form('5000.01')).toContain('declaration')
    expect(form('5000', invoice('500'))).toContain('declaration')
    expect(form('5000', { inspection: true })).toContain('declaration')
  })

  it('9810 is refunded at exit and settled from the next month to 30 April', () => {
    const made = plan(market({ channel: 'warehouse', warehouseOrderNo: 'W' }, [line(invoice('1000'))]))
    expect(modeOf(made, '9810').amounts?.deadlines).toContainEqual({
      what: 'refund.settle',
      from: '2026-12-01',
      until: '2027-04-30',
    })
    expect(made.chosen).toBe('9810')
  })

  it('CEB403 is required until 2024-12-14 and not from 2024-12-15', () => {
    const papers = (date: string) => modeOf(parcel({ date }), '9610').amounts?.documents
    expect(papers('2024-12-14')).toContain('CEB403')
    expect(papers('2024-12-15')).not.toContain('CEB403')
    expect(papers('2024-12-15')).toContain('CEB303')
  })

  it('9710 and 9810 do not exist before 2020-07-01', () => {
    const modes = (date: string) => plan(market({ date })).modes.map(mode => mode.mode)
    expect(modes('2020-06-30')).not.toContain('9710')
    expect(modes('2020-07-01')).toContain('9810')
  })

  it('goods come back free of import tax within six months, under the rule of 2026 and 2027 only', () => {
    const back = (date: string) =>
      modeOf(parcel({ date }), '9610').amounts?.deadlines.find(one => one.what === 'return.reimport_free')
        ?.until
    expect(back('2026-11-23')).toBe('2027-05-23')
    expect(back('2028-01-01')).toBeUndefined()
  })
})

describe('refund rates by the export date', () => {
  const refundOf = (hsCode: string, date: string) => {
    const mode = modeOf(plan(market({ date }, [line({ hsCode, ...invoice('1000') })])), '0110')
    return mode.allowed === true ? mode.amounts!.refund / 1000 : mode.allowed
  }

  it('photovoltaic modules: 13, then 9 from 2024-12-01, then 0 from 2026-04-01', () => {
    const days = ['2024-11-30', '2024-12-01', '2026-03-31', '2026-04-01']
    expect(days.map(day => refundOf('8541430000', day))).toEqual([13, 9, 9, 0])
  })

  it('batteries: 9, then 6 from 2026-04-01, then 0 from 2027-01-01', () => {
    const days = ['2026-03-31', '2026-04-01', '2026-12-31', '2027-01-01']
    expect(days.map(day => refundOf('8507600090', day))).toEqual([9, 6, 6, 0])
  })

  it('a rate of the table stands over an older change', () => {
    const newer = { code: '850760', rate: '0.05', from: '2026-05-01', source: 'test' }
    const tables = tariffTables({ ...TABLE, refundRates: [newer] })
    const refund = (date: string) =>
      modeOf(
        plan(
          market({ date }, [line({ hsCode: '8507600090', ...invoice('1000') })]),
          context({ tablesAt: () => tables }),
        ),
        '0110',
      ).amounts?.refund
    expect([refund('2026-04-30'), refund('2026-05-01'), refund('2027-01-01')]).toEqual([60_00, 50_00, 0])
  })

  it('a rate the line states stands over the change', () => {
    const mode = modeOf(
      plan(
        market({ date: '2026-04-01' }, [
          line({ hsCode: '8507600090', refundRate: '0.13', ...invoice('1000') }),
        ]),
      ),
      '0110',
    )
    expect(mode.amounts?.refund).toBe(130_00)
  })
})

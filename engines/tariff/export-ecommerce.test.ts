import { describe, expect, it } from 'vitest'
import type { Order, OrderLine } from './order.ts'
import { codesOf, line, market, modeOf, plan } from './testing.ts'

const invoice = (invoiceAmount: string, invoiceRate = '0.13') => ({ invoiceAmount, invoiceRate })

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

  it('9610 by four digits carries no export duty, no licence and no refund', () => {
    const codes = (fields: Partial<OrderLine>) =>
      codesOf(modeOf(parcel({ currency: 'CNY' }, { price: '100', ...fields }), '9610'))
    expect(codes({})).toContain('retail_export.simplified_list')
    expect(codes({ licence: true })).not.toContain('retail_export.simplified_list')
    expect(codes({ hsCode: '7202210010', licence: false })).not.toContain('retail_export.simplified_list')
    expect(codes(invoice('50'))).not.toContain('retail_export.simplified_list')
  })

  it('9610 and 9710 need a platform order, 9810 a warehouse order', () => {
    expect(modeOf(parcel({ platform: undefined }), '9610').remedy).toEqual({
      code: 'obtain',
      what: 'platform.order',
    })
    for (const papers of [{}, { platform: 'shop' }, { platformOrderNo: 'P-1' }]) {
      expect(modeOf(plan(market({ channel: 'b2b', ...papers })), '9710')).toMatchObject({
        allowed: false,
        remedy: { code: 'obtain', what: 'platform.order' },
      })
    }
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
    expect(form('5000', { licence: true })).toContain('declaration')
    // Nobody says whether these are inspected: the list form is not taken for granted.
    const unknown = { hsCode: '9999999999', vatRate: '0.13', refundRate: '0.13', licence: false }
    expect(form('5000', { ...unknown, inspection: undefined })).toContain('declaration')
    expect(form('5000', { ...unknown, inspection: false })).toContain('CEB603')
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

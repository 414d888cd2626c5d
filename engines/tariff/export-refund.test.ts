import { describe, expect, it } from 'vitest'
import type { Order, OrderLine } from './order.ts'
import { tariffTables } from './tables/memory.ts'
import { producerRefund } from './tax/producer.ts'
import { codesOf, context, line, market, modeOf, plan, TABLE } from './testing.ts'

const invoice = (invoiceAmount: string, invoiceRate = '0.13') => ({ invoiceAmount, invoiceRate })

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

  it('goods exempt by their mark 2 bear no output VAT and are not refunded, with an invoice or without', () => {
    const gold = { ...TABLE.refundRates![0]!, code: '9503', rate: '0', mark: '2' as const }
    const on = context({ tablesAt: () => tariffTables({ ...TABLE, refundRates: [gold] }) })
    for (const fields of [{}, invoice('500')]) {
      const mode = modeOf(plan(market({}, [line({ price: '1000', ...fields })]), on), '0110')
      expect(mode.amounts).toMatchObject({ netCost: 0, refund: 0, taxes: { vat: 0 } })
      expect(codesOf(mode)).toContain('refund.rate_zero_exempt')
      expect(codesOf(mode)).not.toContain('refund.no_invoice')
    }
  })

  it('an export under CIF is refunded and taxed on its FOB', () => {
    // 1130 less 100 freight and 30 insurance is 1000; 1000 / 1.13 × 0.13 = 115.04.
    const order = { currency: 'CNY', incoterm: 'CIF', freight: '100', insurance: '30' } as const
    expect(at({ price: '1130' }, order).amounts?.taxes.vat).toBe(115_04)
    expect(codesOf(at({ price: '1130' }, { ...order, insurance: undefined }))).toContain('needs.insurance')
    expect(codesOf(at({ price: '1130' }, { ...order, freight: undefined }))).toContain('needs.freight')
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

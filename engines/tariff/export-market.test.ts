import { describe, expect, it } from 'vitest'
import type { Order, OrderLine } from './order.ts'
import { overrideChoice } from './plan.ts'
import { codesOf, line, market, modeOf, plan } from './testing.ts'

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

  it('vector 22: the split is into as many declarations as the lines fill, a line above the limit by itself', () => {
    const split = (...prices: string[]) =>
      modeOf(
        plan(
          market(
            {},
            prices.map(price => line({ price })),
          ),
        ),
        '1039',
      ).remedy
    const into = (declarations: number) => ({ code: 'split', declarations })
    // Three lines of 100,000 do not share a declaration, though 300,000 is two limits.
    expect(split('100000', '100000', '100000')).toEqual(into(3))
    expect(split('90000', '60000', '80000', '70000')).toEqual(into(2))
    expect(split('450000')).toEqual(into(3))
    expect(split('151000', '149000')).toEqual(into(2))
    expect(split('151000', '149000', '149000')).toEqual(into(3))
    expect(split('151000.01', '149000', '149000')).toEqual(into(4))
  })

  it('goods whose refund rate is 0 on the day stay out by practice, an announced change counted', () => {
    const codes = (date: string) => codesOf(at({ hsCode: '8541430000' }, { date }))
    expect(codes('2026-03-31')).not.toContain('market.zero_refund_goods')
    expect(codes('2026-04-01')).toContain('market.zero_refund_goods')
    expect(codesOf(at({ refundRate: '0' }))).toContain('market.zero_refund_goods')
  })

  it('a buyer who is not stated is missing from the declaration, which is said', () => {
    expect(codesOf(at({}))).not.toContain('declaration.needs_buyer')
    expect(codesOf(at({}, { buyerId: undefined }))).toContain('declaration.needs_buyer')
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
    const how = (settlement: 'bank' | 'cash' | undefined, date: string) =>
      codesOf(at({}, { settlement, date }))
    expect(how('cash', '2019-12-26')).toContain('market.settled_in_cash')
    expect(how('cash', '2019-12-27')).not.toContain('market.settled_in_cash')
    // Then, an unstated settlement was a missing fact; now nothing rests on it.
    expect(how(undefined, '2019-12-26')).toContain('needs.settlement')
    expect(how('bank', '2019-12-26')).not.toContain('needs.settlement')
    expect(how(undefined, '2019-12-27')).not.toContain('needs.settlement')
  })

  it('a business order goes by it only if its lines were bought in the cluster', () => {
    const b2b = (inCluster?: boolean) => at({ inCluster }, { channel: 'b2b' }).allowed
    expect([b2b(true), b2b(false), b2b()]).toEqual([true, false, 'undetermined'])
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

  const premium = (...fields: Partial<OrderLine>[]) =>
    plan(market({ currency: 'CNY' }, fields.map(line))).breakEven?.invoicePremium

  it('the break-even premium is r / (1 + t − r): 13 % at 13 and 13, 8.65 % at 13 and 9', () => {
    expect(premium({ price: '1000' })).toBe(1300)
    expect(premium({ hsCode: '9504300010', price: '1000' })).toBe(865)
    expect(plan(market({ channel: 'warehouse' })).breakEven).toBeUndefined()
  })

  it('at that premium the price with an invoice less its refund is the price without one', () => {
    // 1000 without an invoice; 1130 with one is 1000 + 130 VAT, and 130 come back.
    const made = plan(market({ currency: 'CNY' }, [line({ price: '1500', ...invoice('1000') })]))
    expect(made.breakEven).toEqual({ between: ['0110', '1039'], invoicePremium: 1300 })
    expect(modeOf(made, '0110').amounts?.refund).toBe(1130_00 - 1000_00)
  })

  it('an invoice at 3 % caps it at 3 %, and lines weigh by their prices', () => {
    expect(premium({ price: '1000', ...invoice('500', '0.03') })).toBe(300)
    // Refunds 130 and 90 / 1.04 = 86.54; prices 1000 and 1000.
    expect(premium({ price: '1000' }, { hsCode: '9504300010', price: '1000' })).toBe(1083)
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

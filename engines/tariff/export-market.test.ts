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

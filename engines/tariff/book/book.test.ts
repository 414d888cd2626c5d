import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decisionOf } from '../decision.ts'
import type { Order } from '../order.ts'
import { renderDecision, renderOrder } from '../render.ts'
import { tariffTables } from '../tables/memory.ts'
import { context, line, market, plan, retail, TABLE } from '../testing.ts'
import { BookPlanner, planBook } from './book.ts'

const options = { hash: (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}` }
const book = (orders: readonly Order[], on = context({ lang: 'en' })) => planBook(orders, on, options)

describe('a book', () => {
  it('has the shape of the layout, with totals of the chosen modes', () => {
    const made = book([
      market({ orderNo: 'A' }, [line({ invoiceAmount: '1000', invoiceRate: '0.13' })]),
      retail({ orderNo: 'B' }, [line({ price: '1000' })]),
      market({ orderNo: 'C' }, [line({ qty: '0' })]),
    ])
    expect(Object.keys(made)).toEqual([
      'date',
      'ruleset',
      'fx',
      'orders',
      'shipments',
      'warnings',
      'refused',
      'totals',
    ])
    expect(made.ruleset).toMatchObject({ id: 'cn', asAt: '2026-11-23' })
    expect(made.ruleset.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(made.orders.map(order => [order.orderNo, order.chosen])).toEqual([
      ['A', '0110'],
      ['B', '9610'],
    ])
    expect(made.refused).toEqual([
      {
        orderNo: 'C',
        line: 1,
        column: 'qty',
        code: 'input.not_positive',
        params: { value: '0' },
        text: 'must be above zero, not "0"',
      },
    ])
    expect(made.totals).toEqual({ orders: 3, planned: 2, refused: 1, taxes: '91.00', refund: '130.00' })
  })

  it('refuses an order number that stands twice and plans the first', () => {
    const made = book([market({ orderNo: 'A' }), market({ orderNo: 'A' })])
    expect(made.orders).toHaveLength(1)
    expect(made.refused[0]).toMatchObject({ orderNo: 'A', code: 'input.order_twice' })
  })

  it('says first that the tariff is of another year than the plan', () => {
    const tables = tariffTables({ ...TABLE, edition: { id: 'old', year: 2020, source: 'x' } })
    const made = book([market()], context({ tablesAt: () => tables, lang: 'en' }))
    expect(made.warnings).toEqual([
      {
        code: 'tariff.edition_is_older',
        text: 'the tariff is the edition of 2020 (old), not of 2026: check the result',
      },
    ])
    expect(book([market()]).warnings).toEqual([])
  })

  const bought = (orderNo: string, price: string, more: Partial<Order> = {}) =>
    retail({ orderNo, ...more }, [line({ price, mfnRate: '0' })])
  const choices = (made: ReturnType<typeof book>) => made.orders.map(order => order.chosen)
  const reasonsOf = (made: ReturnType<typeof book>, at: number) =>
    made.orders[at]!.modes.find(mode => mode.mode === '9610')!.reasons.map(reason => reason.code)

  it("one buyer's orders use up the year in the order of the book, to the cent", () => {
    // 5 × 5000 + 1000.00 is the year; a cent more goes by general trade, and a smaller order still fits.
    const five = ['1', '2', '3', '4', '5'].map(n => bought(n, '5000'))
    expect(choices(book([...five, bought('6', '1000.00')])).at(-1)).toBe('9610')
    const made = book([...five, bought('6', '1000.01'), bought('7', '999.99'), bought('8', '0.02')])
    expect(choices(made).slice(5)).toEqual(['0110', '9610', '0110'])
    expect(reasonsOf(made, 5)).toEqual(
      expect.arrayContaining(['retail.year_limit_exceeded', 'retail.year_used_from_book']),
    )
    expect(reasonsOf(made, 0)).not.toContain('retail.year_used_from_book')
  })

  it('the year goes on from the highest amount that was stated, and not twice over it', () => {
    const stated = (first: string, second: string) =>
      choices(book([bought('1', '5000', { yearUsed: first }), bought('2', '5000', { yearUsed: second })])).at(
        -1,
      )
    expect(stated('16000', '16000')).toBe('9610')
    expect(stated('16000.01', '16000.01')).toBe('0110')
    // The second order states what the first one left behind.
    expect(stated('16000', '21000')).toBe('9610')
    expect(stated('16000', '21000.01')).toBe('0110')
  })

  it('another buyer, another year and an order out of the retail channel use up nothing', () => {
    const full = bought('1', '5000', { yearUsed: '21000' })
    const next = (more: Partial<Order>) => choices(book([full, bought('2', '5000', more)])).at(-1)
    expect(next({})).toBe('0110')
    expect(next({ buyerId: 'buyer-2' })).toBe('9610')
    expect(next({ date: '2027-01-01' })).toBe('9610')
    const { platformOrderNo: _, ...closed } = full
    expect(choices(book([closed, bought('2', '5000', { yearUsed: '21000' })]))).toEqual(['0110', '9610'])
  })

  it('a buyer nobody states the amount of is planned from the empty record, and the book says so', () => {
    const { yearUsed: _, ...unstated } = bought('1', '5000')
    const made = book([unstated, bought('2', '100')])
    expect(choices(made)).toEqual(['9610', '9610'])
    expect(made.warnings).toMatchObject([{ code: 'retail.year_used_not_stated' }])
    expect(made.warnings[0]?.text).toMatch(/^1 retail/)
    expect(book([bought('1', '5000')]).warnings).toEqual([])
  })

  it("says that a producer's orders of one month share its input VAT", () => {
    const export1 = (orderNo: string, date: string) =>
      market(
        { orderNo, date, sellerKind: 'producer', sellerId: 'F', inputVat: '100', domesticOutputVat: '0' },
        [line({ price: '100' })],
      )
    const warned = (orders: Order[]) => book(orders).warnings.map(one => one.code)
    expect(warned([export1('1', '2026-11-01'), export1('2', '2026-11-23')])).toEqual([
      'refund.producer_month_shared',
    ])
    expect(warned([export1('1', '2026-10-31'), export1('2', '2026-11-23')])).toEqual([])
  })

  it('takes a refusal found before the engine, with its own row and text', () => {
    const planner = new BookPlanner(context(), options)
    planner.refuse({ orderNo: 'X', row: 31, column: 'qty', code: 'sheet.text_in_number', text: 'own words' })
    expect(planner.finish().refused).toEqual([
      { orderNo: 'X', row: 31, column: 'qty', code: 'sheet.text_in_number', text: 'own words' },
    ])
  })
})

describe('what is kept of a plan', () => {
  it('written as JSON and read again, renders the same in both languages', () => {
    const orders = [
      market({}, [line({ invoiceAmount: '500', invoiceRate: '0.13' }), line({ brand: true })]),
      retail({}, [line({ price: '6000', mfnRate: '0.1' })]),
      market({ channel: 'b2b', currency: 'XXX' }),
    ]
    for (const order of orders) {
      const made = plan(order)
      const kept = JSON.parse(JSON.stringify(decisionOf(made)))
      for (const lang of ['zh', 'en'] as const) {
        expect(JSON.stringify(renderDecision(kept, lang))).toBe(JSON.stringify(renderOrder(made, lang)))
      }
    }
  })
})

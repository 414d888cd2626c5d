import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionOf } from '../decision.ts'
import type { Order, OrderLine } from '../order.ts'
import { renderDecision, renderOrder } from '../render.ts'
import { tariffTables } from '../tables/memory.ts'
import { context, line, market, plan, retail, TABLE } from '../testing.ts'
import { BookPlanner, planBook } from './book.ts'
import { packDeclarations } from './pack.ts'

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

  it("warns when one buyer's orders together pass the year, and still decides each by what it states", () => {
    const orders = ['1', '2', '3', '4', '5', '6'].map(n =>
      retail({ orderNo: n, buyerId: '420100199001011234' }, [line({ price: '5000' })]),
    )
    const made = book(orders)
    expect(made.orders.every(order => order.chosen === '9610')).toBe(true)
    expect(made.warnings.map(one => one.code)).toEqual(['retail.buyer_total_over_limit'])
    expect(made.warnings[0]?.text).not.toContain('420100199001011234')
  })

  it('takes a refusal found before the engine, with its own row and text', () => {
    const planner = new BookPlanner(context(), options)
    planner.refuse({ orderNo: 'X', row: 31, column: 'qty', code: 'sheet.text_in_number', text: 'own words' })
    expect(planner.finish().refused).toEqual([
      { orderNo: 'X', row: 31, column: 'qty', code: 'sheet.text_in_number', text: 'own words' },
    ])
  })
})

describe('a container', () => {
  const order = (orderNo: string, lines: readonly Partial<OrderLine>[], more: Partial<Order> = {}) =>
    market({ orderNo, shipment: 'C-17', ...more }, lines.map(line))

  it('is split into the fewest declarations under the limit, whole orders together', () => {
    const prices = ['90000', '60000', '80000', '70000']
    const { shipments } = book(prices.map((price, i) => order(`H-${i}`, [{ price }])))
    expect(shipments).toHaveLength(1)
    expect(shipments[0]).toMatchObject({ shipment: 'C-17', mode: '1039', leave: [] })
    expect(shipments[0]?.declarations.map(one => [one.orders, one.usd])).toEqual([
      [['H-0', 'H-1'], '150000.00'],
      [['H-2', 'H-3'], '150000.00'],
    ])
  })

  it('names the lines that must leave and why, and the rest of their order stays', () => {
    const made = book([
      order('A', [{ price: '100' }]),
      order('B', [{ price: '10' }, { price: '20' }, { price: '30', brand: true, brandAuthorised: false }]),
    ])
    expect(made.shipments[0]?.leave).toEqual([{ orderNo: 'B', line: 3, code: 'brand.not_authorised' }])
    expect(made.shipments[0]?.declarations).toMatchObject([{ orders: ['A', 'B'], lines: 3, usd: '130.00' }])
  })

  it('an order above the limit goes line by line, and a line above it leaves', () => {
    const made = book([order('A', [{ price: '100000' }, { price: '100000' }, { price: '150000.01' }])])
    expect(made.shipments[0]?.declarations.map(one => one.lines)).toEqual([1, 1])
    expect(made.shipments[0]?.leave).toEqual([{ orderNo: 'A', line: 3, code: 'market.line_above_limit' }])
  })

  it('an order with an invoice keeps its refund under general trade beside the others', () => {
    const made = book([
      order('A', [{ price: '100' }]),
      order('B', [{ price: '100', invoiceAmount: '500', invoiceRate: '0.13' }]),
    ])
    expect(made.shipments.map(one => [one.mode, one.declarations[0]?.orders])).toEqual([
      ['1039', ['A']],
      ['0110', ['B']],
    ])
  })

  it('orders in other currencies count in USD unrounded', () => {
    const made = book([
      order('A', [{ price: '532500' }], { currency: 'CNY' }),
      order('B', [{ price: '75000' }]),
      order('C', [{ price: '0.01' }]),
    ])
    expect(made.shipments[0]?.declarations).toHaveLength(2)
  })

  it('says how many lines the simplified declaration has', () => {
    const codes = ['9503008900', '6109100010', '9504300010', '6109100090', '8507600090', '9503008900']
    const goods = codes.map((hsCode, i) => ({ hsCode, name: `g${i}`, price: `${i + 1}`, inspection: false }))
    const made = book([order('A', goods)])
    expect(made.shipments[0]?.declarations[0]).toMatchObject({ lines: 6, declaredLines: 6 })
    const more = book([order('A', [...goods, { ...goods[0]!, name: 'g6', price: '0.5' }])])
    expect(more.shipments[0]?.declarations[0]).toMatchObject({ lines: 7, declaredLines: 6 })
  })
})

describe('packing', () => {
  const pack = (sizes: readonly number[], limit: number) =>
    packDeclarations(
      sizes.map((size, of) => ({ size: BigInt(size), of })),
      BigInt(limit),
    )

  it('finds fewer declarations than first-fit decreasing where there are fewer', () => {
    // First-fit decreasing makes 5+4, 4+3+2, 2; the least is 5+3+2, 4+4+2.
    expect(pack([5, 4, 4, 3, 2, 2], 10)).toHaveLength(2)
  })

  it('never exceeds the limit, loses nothing, and needs no more than twice the least', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 40 })
    fc.assert(
      fc.property(sizes, of => {
        const bins = pack(of, 100)
        expect(bins.flat().sort((a, b) => a - b)).toEqual(of.map((_, i) => i))
        for (const bin of bins) expect(bin.reduce((sum, i) => sum + of[i]!, 0)).toBeLessThanOrEqual(100)
        expect(bins.length).toBeLessThanOrEqual(Math.ceil((2 * of.reduce((a, b) => a + b, 0)) / 100) || 0)
      }),
    )
  })

  it('agrees with brute force on small sets', () => {
    const least = (sizes: readonly number[], limit: number): number => {
      const go = (k: number, room: readonly number[]): number => {
        if (k === sizes.length) return room.length
        const placed = room.map((left, bin) =>
          left >= sizes[k]!
            ? go(
                k + 1,
                room.map((r, j) => (j === bin ? r - sizes[k]! : r)),
              )
            : Infinity,
        )
        return Math.min(go(k + 1, [...room, limit - sizes[k]!]), ...placed)
      }
      return go(0, [])
    }
    const sizes = fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 6 })
    fc.assert(
      fc.property(sizes, of => {
        expect(pack(of, 10)).toHaveLength(least(of, 10))
      }),
    )
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

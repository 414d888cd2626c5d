import { describe, expect, it } from 'vitest'
import type { Order, OrderLine } from '../order.ts'
import { overrideChoice } from '../plan.ts'
import { context, line, market, plan } from '../testing.ts'
import { planBook } from './book.ts'
import { planShipment } from './shipments.ts'

const book = (orders: readonly Order[]) =>
  planBook(orders, context({ lang: 'en' }), { hash: text => `len:${text.length}` })

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

  it('an order of exactly the limit stays whole, a line of exactly the limit does not leave', () => {
    const made = book([
      order(
        'A',
        ['50000', '50000', '50000'].map(price => ({ price })),
      ),
      order(
        'B',
        ['100000', '50000'].map(price => ({ price })),
      ),
    ])
    expect(made.shipments[0]?.declarations.map(one => one.orders)).toEqual([['A'], ['B']])
    const dear = book([order('A', [{ price: '150000.00' }, { price: '10' }])])
    expect(dear.shipments[0]).toMatchObject({ leave: [], declarations: [{ lines: 1 }, { lines: 1 }] })
  })

  it('an order stays by the mode that costs nothing, or that the trader chose, though lines could leave', () => {
    const mixed = [{ price: '10' }, { price: '30', brand: true, brandAuthorised: false }].map(line)
    const exempt = market({ orderNo: 'A', shipment: 'C-17', vatPayer: false }, mixed)
    expect(book([exempt]).shipments).toMatchObject([{ mode: '0110', leave: [] }])
    // Without an invoice 0110 costs VAT, so the order joins the others but for the line.
    const taxed = plan({ ...exempt, vatPayer: true })
    expect(planShipment('C-17', [taxed])).toMatchObject([{ mode: '1039', leave: [{ line: 2 }] }])
    const chosen = overrideChoice(taxed, '0110', 'the buyer wants one declaration')
    if ('refused' in chosen) throw new Error('not allowed')
    expect(planShipment('C-17', [chosen])).toMatchObject([{ mode: '0110', leave: [] }])
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

import { describe, expect, it } from 'vitest'
import { explainDifference } from './explain.ts'
import { tariffTables } from './tables/memory.ts'
import { context, line, market, retail, TABLE } from './testing.ts'

const decisive = (made: ReturnType<typeof explainDifference>) =>
  made.causes.filter(cause => cause.decisive).map(cause => cause.id)

describe('what made the difference between two days', () => {
  const battery = market({}, [line({ hsCode: '8507600090', invoiceAmount: '1000', invoiceRate: '0.13' })])

  it('names the one rule version that changed the refund', () => {
    const made = explainDifference(battery, context({ date: '2026-03-31' }), context({ date: '2026-04-01' }))
    expect(made.changed).toBe(true)
    expect(decisive(made)).toEqual(['refund_rate.batteries'])
    expect(made.causes.find(cause => cause.decisive)).toMatchObject({
      before: { from: '2024-12-01' },
      after: { from: '2026-04-01' },
    })
  })

  it('finds nothing between two days of the same law', () => {
    const made = explainDifference(battery, context({ date: '2026-05-01' }), context({ date: '2026-06-01' }))
    expect(made).toMatchObject({ changed: false, causes: [] })
  })

  it('tells the document that went from a limit that rose', () => {
    const parcel = retail({ channel: 'postal' }, [line({ qty: '2', price: '700', postalRate: '0.13' })])
    const made = explainDifference(parcel, context({ date: '2024-11-30' }), context({ date: '2024-12-01' }))
    expect(decisive(made)).toEqual(['postal.limit_import'])
  })

  it('tells another edition of the tariff and another exchange rate', () => {
    const order = market({}, [line({ price: '1000', vatRate: undefined })])
    const rows = TABLE.rows.map(row => ({ ...row, vatRate: '0.09' }))
    const tables = tariffTables({ ...TABLE, rows, edition: { id: 'test-2027', year: 2027, source: 'test' } })
    const rates = { USD: '7.00' }
    const b = context({ tablesAt: () => tables, fx: { customs: rates, refund: rates, settlement: rates } })
    const made = explainDifference(order, context(), b)
    expect(made.causes.map(cause => [cause.kind, cause.id])).toEqual([
      ['tables', 'test-2027'],
      ['fx', 'customs'],
      ['fx', 'refund'],
      ['fx', 'settlement'],
    ])
    expect(decisive(made)).toEqual(['test-2027', 'customs', 'refund'])
  })
})

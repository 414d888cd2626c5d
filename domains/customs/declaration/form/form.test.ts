import { type Condition, conditionOf } from '@tongqu/messages'
import type { Order } from '@tongqu/tariff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldOfHeader } from '../../plan/book/headers.ts'
import { rulesOfPacks } from '../../rules/of-packs.ts'
import { planTables, setOfPacks, tablesOfPacks } from '../../tables/index.ts'
import { ownPacks } from '../../testing.ts'
import { exampleBookOf, exampleProfile } from '../example.ts'
import { orderAmounts } from './amounts.ts'
import { assemble } from './assemble.ts'
import { codeBook, type NumericCodes } from './codes.ts'
import { decimal, plain, sum } from './decimal.ts'
import type { Facts } from './facts.ts'
import type { Content, Kind } from './kinds.ts'
import { neededMessages } from './needed.ts'

const packs = await ownPacks()
const rules = rulesOfPacks(packs)
const tables = planTables(setOfPacks(await tablesOfPacks(packs)))
const day = '2026-11-23'
const snapshot = rules.parameters.at(day)
const numeric = snapshot.get('declaration.numeric_codes')!.value as unknown as NumericCodes
const codes = codeBook(() => undefined, tables, numeric, ['035'])
const conditions = snapshot
  .ids()
  .filter(id => id.startsWith('messages.'))
  .map(id => conditionOf(id, snapshot.get(id)!) as Condition)

const orderOnly = new Set(['platform', 'platformOrderNo', 'buyerId', 'buyerName', 'buyerIdType'])

/** The example's order as facts: fields of the book that the plan does not use stand beside it. */
function factsOf(more: Readonly<Record<string, unknown>> = {}, changed: Partial<Facts> = {}): Facts {
  const { orders } = JSON.parse(exampleBookOf(1, more)) as { orders: Record<string, unknown>[] }
  const { lines, ...fields } = orders[0]!
  const split = (given: Record<string, unknown>, beyond: boolean) =>
    Object.fromEntries(
      Object.entries(given).filter(([name, value]) => {
        const isBeyond = fieldOfHeader(name)?.beyondPlan === true && !orderOnly.has(name)
        return value !== '' && isBeyond === beyond
      }),
    )
  const goods = lines as Record<string, unknown>[]
  return {
    order: { ...split(fields, false), lines: goods.map(line => split(line, false)) } as unknown as Order,
    extra: split(fields, true) as Facts['extra'],
    lines: goods.map(line => split(line, true)) as Facts['lines'],
    profile: exampleProfile as Facts['profile'],
    mode: '9610',
    form: 'list',
    taxTotal: 3731,
    copNo: 'D26112300000001',
    codes,
    ...changed,
  }
}
const IMPORT: readonly Kind[] = ['CEB311', 'CEB411', 'CEB511', 'CEB621']
const made = (facts: Facts, kinds = IMPORT) =>
  assemble([facts], kinds, { day, conditions, isIdentityVerified: false })
const headOf = (facts: Facts) =>
  made(facts).records.find(record => record.kind === 'CEB311')!.content.OrderHead as Content

describe('the records of a retail import', () => {
  it('are whole and agree where the book and the declarant give everything', () => {
    const { missing, wrong, mismatches, records } = made(factsOf())
    expect({ missing, wrong, mismatches }).toEqual({ missing: [], wrong: [], mismatches: [] })
    expect(records.map(record => record.kind)).toEqual(IMPORT)
  })

  it('sum up what is paid: goods, freight, tax, less points (vector 7)', () => {
    const line = { hsCode: '8516310000', name: '电吹风', qty: '1', unit: '007', price: '100', origin: 'JP' }
    const vector = { freight: '10', insurance: '0', points: '5', lines: [line] }
    const paid = (paidAmount: string) => factsOf({ ...vector, paidAmount }, { taxTotal: 1001 })
    expect(headOf(paid('115.01'))).toMatchObject({
      goodsValue: '100',
      discount: '5',
      taxTotal: '10.01',
      acturalPaid: '115.01',
    })
    expect(made(paid('115.01')).mismatches).toEqual([])
    expect(made(paid('110.00')).mismatches).toMatchObject([
      { code: 'match.differs', right: { element: 'PaymentHead.amountPaid', value: '110' } },
    ])
  })

  it('name the payer who is not the buyer, without showing either number', () => {
    const { mismatches } = made(factsOf({ payerId: 'another', payerName: '李四' }))
    expect(mismatches).toEqual([
      {
        code: 'match.differs',
        left: { message: 'CEB311', element: 'OrderHead.buyerIdNumber' },
        right: { message: 'CEB411', element: 'PaymentHead.payerIdNumber' },
      },
    ])
  })

  it('of bonded goods need the zone, its book and the line of the book, and no means of transport', () => {
    const bonded = factsOf({ conveyance: '', billNo: '', dispatchCountry: '' }, { mode: '1210' })
    expect(made(bonded).missing.map(each => `${each.element} ${each.field}`)).toEqual([
      'InventoryHead.emsNo zone.book',
      'InventoryHead.areaCode zone',
      'InventoryList.itemRecordNo bookItemNo',
    ])
  })

  it('leave to others what others send', () => {
    const alone = { ...exampleProfile, sends: ['CEB311'] } as Facts['profile']
    const { records, byOthers, missing } = made(factsOf({ paidAmount: '' }, { profile: alone }))
    expect(records.map(record => record.kind)).toEqual(['CEB311', 'CEB621'])
    expect([byOthers, missing]).toEqual([['CEB411', 'CEB511'], []])
  })

  it('are not made of another currency: no rate turns a sale into renminbi', () => {
    const { missing } = made(factsOf({ currency: 'EUR' }))
    expect(missing.map(each => [each.message, each.where, each.field])).toEqual(
      IMPORT.map(message => [message, 'plan', 'currency']),
    )
  })

  it('say each element that the day’s rules refuse', () => {
    const { wrong } = made(factsOf({ packages: '2' }))
    expect(wrong.map(each => [each.message, each.code])).toContainEqual(['CEB621', 'message.not_allowed'])
  })
})

describe('the messages of an export', () => {
  const planned = ['CEB303', 'CEB403', 'CEB505', 'CEB603']
  const kindsAt = (at: string, mode = '9610', documents = planned) =>
    neededMessages(rules.parameters.at(at), 'export', mode, documents)

  it('have the receipt of money until 2024-12-14 and not from 2024-12-15', () => {
    expect(kindsAt('2024-12-14')?.kinds).toEqual(['CEB303', 'CEB403', 'CEB505', 'CEB603'])
    expect(kindsAt('2024-12-15')?.kinds).toEqual(['CEB303', 'CEB505', 'CEB603'])
  })

  it('are followed by the summary where the plan chose that form', () => {
    expect(kindsAt('2026-11-23', '9610', [...planned, 'CEB701'])).toMatchObject({
      form: 'summary',
      later: ['CEB701'],
    })
  })

  it('are a declaration where the mode goes by one, with the order before it or with papers', () => {
    expect(kindsAt('2026-11-23', '9710', ['CEB303', 'declaration'])?.kinds).toEqual(['CEB303', 'DecMessage'])
    const market = neededMessages(snapshot, 'export', '1039', ['declaration'])
    expect(market).toMatchObject({
      kinds: ['DecMessage'],
      papers: ['market_trade_record', 'consolidation_list'],
    })
  })

  it('are whole where everything is given', () => {
    const facts = factsOf(
      {
        direction: 'export',
        country: 'US',
        currency: 'USD',
        crossingDate: '2026-11-24',
        destinationPort: '3131',
        producer: 'P',
        packageKind: '2',
      },
      {
        profile: {
          ...exampleProfile,
          sends: ['CEB303', 'CEB505'],
          producers: [{ book: 'P', code: 'NO', name: '示例工厂' }],
        } as Facts['profile'],
        form: 'simplified',
        lines: [{ elements: '家用', itemNo: 'A-1', barCode: '无' }],
      },
    )
    const { missing, wrong, records } = made(facts, ['CEB303', 'CEB505', 'CEB603'])
    expect({ missing, wrong }).toEqual({ missing: [], wrong: [] })
    const list = records.find(record => record.kind === 'CEB603')!.content.InventoryHead as Content
    expect(list).toMatchObject({ statisticsFlag: 'A', country: '502', fCurrency: '502', POD: '3131' })
  })
})

it('a price cut is spread over the lines to the cent, whatever the lines', () => {
  const money = fc.integer({ min: 1, max: 1_000_000 }).map(cents => plain({ units: BigInt(cents), scale: 2 }))
  const line = fc.record({ qty: fc.integer({ min: 1, max: 50 }).map(String), price: money })
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 99 }),
      (lines, percent) => {
        const gross = plain(orderAmounts({ lines } as unknown as Order).goods)
        const cut = plain({
          units: (decimal(gross).units * BigInt(percent)) / 100n,
          scale: decimal(gross).scale,
        })
        const { goods, lines: after } = orderAmounts({ lines, discount: cut } as unknown as Order)
        expect(plain(sum(after.map(each => decimal(each.total))))).toBe(plain(goods))
        expect(after.every(each => /^\d/.test(each.total))).toBe(true)
      },
    ),
    { examples: [[Array.from({ length: 12 }, () => ({ qty: '1', price: '0.01' })), 46]] },
  )
})

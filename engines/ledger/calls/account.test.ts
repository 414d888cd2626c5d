import { codeOf } from '@tongqu/kernel/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Chart } from '../store/code.ts'
import {
  bank,
  buyer,
  chart,
  finance,
  firm,
  openShop,
  purse,
  type Shop,
  shop,
  theirs,
} from '../testing/shop.ts'

interface Listed {
  readonly accounts: { readonly id: string; readonly label?: object; readonly standing: object }[]
  readonly next?: string
}

let books: Shop
beforeAll(async () => {
  books = await openShop()
})
afterAll(() => books.host.stop())

const ids = async (input: object, by = firm) =>
  (await books.ask<Listed>('account.list', input, by)).accounts.map(account => account.id)

it('lists accounts with their names and in their unit', async () => {
  const { accounts } = await books.ask<Listed>('account.list', {})
  expect(accounts[0]).toMatchObject({
    id: shop,
    label: { zh: '货款', en: 'Sales' },
    record: 'market.shop/7',
    codeName: { zh: '应收', en: 'receivable' },
    partyName: { zh: '甲公司', en: '甲公司' },
    unit: { code: 'CNY', scale: 2 },
    limit: 'debits',
    balances: {
      credits_posted: '12345',
      debits_posted: '300',
      debits_pending: '1000',
      credits_pending: '50',
    },
    standing: { side: 'credit', balance: '120.45', held: '10.00', coming: '0.50', available: '110.45' },
  })
})

it('finds accounts by unit, code, party and record, each party its own', async () => {
  expect(await ids({})).toEqual([shop, bank])
  expect(await ids({ unit: 'currency/CNY', code: 2 })).toEqual([bank])
  expect(await ids({ record: 'market.shop/7' })).toEqual([shop])
  expect(await ids({ unit: 'JPY' })).toEqual([])
  expect(await ids({ party: theirs })).toEqual([])
  expect(await ids({ party: theirs }, finance)).toEqual([purse])
  expect(await ids({ writer: 'another/shard' }, finance)).toEqual([])
  expect(await books.refused('account.list', { unit: 'BTC' })).toBe('ledger.unit_unknown')
})

it('goes on after the last account given', async () => {
  const first = await books.ask<Listed>('account.list', { limit: 2 }, finance)
  expect([first.accounts.map(account => account.id), first.next]).toEqual([[shop, bank], bank])
  const rest = await books.ask<Listed>('account.list', { limit: 2, after: bank }, finance)
  expect([rest.accounts.map(account => account.id), rest.next]).toEqual([[purse], undefined])
})

it('lists accounts by unit or by kind, those of one kind by their id', async () => {
  const all = await ids({}, finance)
  const walk = async (sort: string) => {
    const found: string[] = []
    for (let after: string | undefined, isFirst = true; isFirst || after; isFirst = false) {
      const page = await books.ask<Listed>(
        'account.list',
        { limit: 1, sort, ...(after && { after }) },
        finance,
      )
      found.push(...page.accounts.map(({ id }) => id))
      after = page.next
    }
    return found
  }
  expect([...(await walk('unit'))].sort()).toEqual([...all].sort())
  expect(await walk('-code')).toEqual((await walk('code')).reverse())
})

it('reads one account to those who may see it', async () => {
  expect(await books.ask('account.read', { account: bank })).toMatchObject({
    limit: 'none',
    standing: { side: 'debit', balance: '123.45' },
  })
  expect(await books.refused('account.read', { account: bank }, buyer)).toBe('ledger.account_unknown')
})

it('lets codes be named by whom they belong to, who may word them better', async () => {
  const named = (more: Partial<Chart>) =>
    codeOf(books.host.call('charts.code.name', { ...chart, ...more }, firm))
  expect(await named({ owner: 'finance.loan' })).toBe('ledger.code_taken')
  expect(await named({ owner: 'finance.loan', kind: 'budget' })).toBe('done')
  expect(await named({ accounts: { 1: { zh: '应收账款', en: 'receivables' } } })).toBe('done')
  expect(await books.ask('account.read', { account: shop })).toMatchObject({
    codeName: { en: 'receivables' },
  })
  await named({})
})

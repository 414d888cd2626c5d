import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { accountsNow, type StandingAccount } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { articlesOf } from '../article/service.ts'
import { ensureLines, linesInWarehouse, type StockAccounts } from '../line/store.ts'
import { lotsByNumber } from '../lot/store.ts'
import { nextNumber } from '../numbers.ts'
import { receiptRefusals } from '../receipt/refusals.ts'
import { stockRefusals } from '../refusals.ts'
import { warehouseRefusals } from '../warehouse/refusals.ts'
import { findStorage, findWarehouse } from '../warehouse/store.ts'
import type { CountSheet, FindGoods, StartCount } from './contract.ts'
import { countRefusals } from './refusals.ts'
import { lockCounting } from './service.ts'
import { sheetLines, sheetShown } from './standing.ts'
import * as store from './store.ts'

/** Lines on one sheet. */
const MOST = 5000

type Sheet = Static<typeof CountSheet>

/** The keeper begins a count of an owner's goods: what is expected of each line is fixed by this moment. */
export async function start(work: UnitOfWork, input: Static<typeof StartCount>): Promise<Sheet | Refusal> {
  const warehouse = await findWarehouse(work.tx, input.warehouse)
  if (!warehouse) return warehouseRefusals.refuse('warehouse.not_found', {}, '/warehouse')
  if (warehouse.keeper_id !== work.actor.party) return stockRefusals.refuse('stock.not_keeper')
  const owner = input.owner ?? warehouse.keeper_id
  // Two counts of the same goods do not begin at once: each would post the same difference.
  const storage = await findStorage(work.tx, warehouse.id, owner, 'alone')
  if (!storage?.accepted_at) return warehouseRefusals.refuse('warehouse.not_stored_here', {}, '/owner')
  const lines = await frozenLines(work, warehouse.id, owner, input.articles)
  if (lines.length === 0) return countRefusals.refuse('count.nothing_to_count')
  if (lines.length > MOST) return countRefusals.refuse('count.too_large', { most: MOST })
  const other = await store.openCountOf(
    work.tx,
    lines.map(line => line.stock),
  )
  if (other) return countRefusals.refuse('count.counted_elsewhere', { number: other })
  const row: store.CountRow = {
    id: work.newId(),
    number: await nextNumber(work.tx, 'C', legalDay(work.now)),
    party_id: owner,
    warehouse_id: warehouse.id,
    keeper_id: warehouse.keeper_id,
    state: 'counting',
    reason: null,
    account_id: work.actor.account ?? null,
    at: work.now,
    approved_by: null,
    ended_at: null,
  }
  await store.addCount(work.tx, row)
  await store.addLines(work.tx, row, lines)
  work.emit({
    type: 'market.count.started',
    record: `market.count/${row.id}`,
    data: { number: row.number, warehouse: warehouse.id, owner, lines: lines.length },
  })
  return sheetShown(row, await sheetLines(work, row.id))
}

/**
 * Lines of which there is something, with the times of their accounts, all read at one moment. A later change of an
 * account has a later time: what it held at this one can be read for ever.
 */
async function frozenLines(
  work: UnitOfWork,
  warehouse: string,
  owner: string,
  articles: readonly string[] | undefined,
) {
  const lines = await linesInWarehouse(work.tx, warehouse, owner, articles)
  const accounts = await accountsNow(work.tx, lines.flatMap(accountsOf))
  return lines
    .filter(line => accountsOf(line).some(id => isSomething(accounts.get(id))))
    .map(line => ({ stock: line.id, frozen: frozen(line, accounts) }))
}

const accountsOf = ({ id, shelf_id, sold_id }: StockAccounts) =>
  [id, shelf_id, sold_id].filter(account => account !== null)
const isSomething = (account: StandingAccount | undefined) =>
  account !== undefined && account.credits_posted !== account.debits_posted

function frozen(line: StockAccounts, accounts: ReadonlyMap<string, StandingAccount>): store.Frozen {
  return Object.fromEntries(
    accountsOf(line).flatMap(id => {
      const account = accounts.get(id)
      return account ? [[id, account.changedAt.toString()]] : []
    }),
  )
}

/** Goods that lie there and are not on the sheet get a line on it; expected is what the books say now. */
export async function find(work: UnitOfWork, input: Static<typeof FindGoods>): Promise<Sheet | Refusal> {
  const row = await lockCounting(work, input.count)
  if (isRefusal(row)) return row
  const articles = await articlesOf(work, [input.article], row.party_id, () => '/article')
  if (isRefusal(articles)) return articles
  const article = articles.get(input.article)!
  const lot = input.lot
  if (article.tracking !== 'none' && lot === undefined)
    return receiptRefusals.refuse('lot.needed', { sku: article.sku }, '/lot')
  const [known] = lot === undefined ? [] : await lotsByNumber(work.tx, [{ article: article.id, number: lot }])
  if (lot !== undefined && !known) return receiptRefusals.refuse('lot.unknown', { lot }, '/lot')
  const { party_id, warehouse_id, keeper_id } = row
  const asked = { article_id: article.id, party_id, warehouse_id, keeper_id, lot_id: known?.id ?? null }
  const [stock] = await ensureLines(work.tx, [asked], work.newId, work.now)
  const other = await store.openCountOf(work.tx, [stock!])
  if (other) return countRefusals.refuse('count.counted_elsewhere', { number: other })
  const line = (await linesInWarehouse(work.tx, warehouse_id, party_id, [article.id])).find(
    each => each.id === stock,
  )!
  const accounts = await accountsNow(work.tx, accountsOf(line))
  const n = await store.addLines(work.tx, row, [{ stock: line.id, frozen: frozen(line, accounts) }])
  if (row.state === 'recounting') await store.markRecount(work.tx, row.id, [n])
  work.emit({
    type: 'market.count.found',
    record: `market.count/${row.id}`,
    data: { line: n, stock: line.id },
  })
  return sheetShown(row, await sheetLines(work, row.id))
}

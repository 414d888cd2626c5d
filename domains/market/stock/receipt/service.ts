import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import { articlesOf } from '../article/service.ts'
import { nextNumber } from '../numbers.ts'
import { stockRefusals } from '../refusals.ts'
import { PAGE } from '../shapes.ts'
import { storing } from '../warehouse/service.ts'
import type { AnnounceReceipt, CloseReceipt, ListReceipts, Receipt } from './contract.ts'
import { headShown, linesWithProgress, receiptShown } from './progress.ts'
import { receiptRefusals } from './refusals.ts'
import { isAsAnnounced } from './rules.ts'
import * as store from './store.ts'

/** The owner tells a warehouse what will come. */
export async function announce(
  work: UnitOfWork,
  input: Static<typeof AnnounceReceipt>,
): Promise<Static<typeof Receipt> | Refusal> {
  const { party, account } = work.actor
  if (!party) return stockRefusals.refuse('stock.party_needed')
  const warehouse = await storing(work, input.warehouse, party, '/warehouse')
  if (isRefusal(warehouse)) return warehouse
  const ids = input.lines.map(line => line.article)
  const articles = await articlesOf(work, ids, party, n => `/lines/${n}/article`)
  if (isRefusal(articles)) return articles
  const lines: store.NewReceiptLine[] = []
  for (const [n, line] of input.lines.entries()) {
    const announced = amountOf(articles.get(line.article)!, line, `/lines/${n}/quantity`)
    if (isRefusal(announced)) return announced
    lines.push({ article: line.article, announced })
  }
  const row: store.ReceiptRow = {
    id: work.newId(),
    number: await nextNumber(work.tx, 'R', legalDay(work.now)),
    party_id: party,
    warehouse_id: warehouse.id,
    keeper_id: warehouse.keeper_id,
    source: input.source,
    sender: input.sender ?? null,
    reference: input.reference ?? null,
    expected_on: input.expectedOn ?? null,
    state: 'announced',
    reason: null,
    account_id: account ?? null,
    at: work.now,
  }
  await store.addReceipt(work.tx, row, lines)
  work.emit({
    type: 'market.receipt.announced',
    record: `market.receipt/${row.id}`,
    data: {
      number: row.number,
      warehouse: warehouse.id,
      source: row.source,
      lines: lines.map(line => ({ article: line.article, announced: line.announced.toString() })),
    },
  })
  return detail(work, row)
}

async function detail(work: UnitOfWork, row: store.ReceiptRow): Promise<Static<typeof Receipt>> {
  return receiptShown(row, await linesWithProgress(work, row.id))
}

export async function get(work: UnitOfWork, id: string): Promise<Static<typeof Receipt> | Refusal> {
  const row = await store.findReceipt(work.tx, id)
  return row ? detail(work, row) : receiptRefusals.refuse('receipt.not_found', {}, '/receipt')
}

export async function list(work: UnitOfWork, input: Static<typeof ListReceipts>) {
  const { limit = PAGE, sort, after, ...filter } = input
  const page = store.receiptPage({ sort, after })
  if (isRefusal(page)) return page
  const rows = await store.listReceipts(work.tx, filter, page, limit)
  const next = page.next(rows, limit)
  return { receipts: rows.map(headShown), ...(next !== undefined && { next }) }
}

/** The receipt, so that nobody else works on it meanwhile; a refusal where it is unknown or has ended. */
export async function openReceipt(work: UnitOfWork, id: string): Promise<store.ReceiptRow | Refusal> {
  const row = await store.findReceipt(work.tx, id, true)
  if (!row) return receiptRefusals.refuse('receipt.not_found', {}, '/receipt')
  const { state, number } = row
  const hasEnded = state === 'closed' || state === 'cancelled'
  return hasEnded ? receiptRefusals.refuse('receipt.ended', { number }, '/receipt') : row
}

/** The keeper closes it: nothing more will come. Where that differs from what was announced it says why. */
export async function close(work: UnitOfWork, input: Static<typeof CloseReceipt>) {
  const row = await openReceipt(work, input.receipt)
  if (isRefusal(row)) return row
  if (row.keeper_id !== work.actor.party) return stockRefusals.refuse('stock.not_keeper')
  const lines = await linesWithProgress(work, row.id)
  const reason = input.reason && withoutIdentityNumbers(input.reason)
  if (!reason && !isAsAnnounced(lines)) return receiptRefusals.refuse('receipt.reason_needed', {}, '/reason')
  return end(work, row, 'closed', reason)
}

/** The owner takes it back before anything came. */
export async function cancel(work: UnitOfWork, input: Static<typeof CloseReceipt>) {
  const row = await openReceipt(work, input.receipt)
  if (isRefusal(row)) return row
  if (row.party_id !== work.actor.party) return stockRefusals.refuse('stock.not_owner')
  if (row.state !== 'announced') return receiptRefusals.refuse('receipt.begun', { number: row.number })
  return end(work, row, 'cancelled', input.reason && withoutIdentityNumbers(input.reason))
}

async function end(
  work: UnitOfWork,
  row: store.ReceiptRow,
  state: 'closed' | 'cancelled',
  reason: string | undefined,
) {
  await store.setState(work.tx, row.id, state, reason ?? null, work.now)
  work.emit({ type: `market.receipt.${state}`, record: `market.receipt/${row.id}`, data: {} })
  return detail(work, { ...row, state, reason: reason ?? null })
}

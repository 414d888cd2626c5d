import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { counterAccount, ownAccount } from '../books/account-ref.ts'
import { type Move, moveGoods } from '../books/move.ts'
import { ensureLines } from '../line/store.ts'
import { paperRules, refusePaper } from '../papers.ts'
import { stockRefusals } from '../refusals.ts'
import type { StockRules } from '../rulebook.ts'
import { storing } from '../warehouse/service.ts'
import type { Received, ReceiveGoods } from './contract.ts'
import { type Entry, judgeEntries } from './entries.ts'
import { lotsOfEntries } from './lots.ts'
import { linesWithProgress, receiptShown } from './progress.ts'
import { isComplete } from './rules.ts'
import { openReceipt } from './service.ts'
import * as store from './store.ts'

type Input = Static<typeof ReceiveGoods>

/** The keeper takes in what came, in one of several goes. */
export async function receive(
  work: UnitOfWork,
  input: Input,
  rules: StockRules,
): Promise<Static<typeof Received> | Refusal> {
  const receipt = await openReceipt(work, input.receipt)
  if (isRefusal(receipt)) return receipt
  if (receipt.keeper_id !== work.actor.party) return stockRefusals.refuse('stock.not_keeper')
  const entries = await judged(work, input, receipt, rules)
  if (isRefusal(entries)) return entries
  const lots = await lotsOfEntries(work, entries, receipt.source)
  if (isRefusal(lots)) return lots
  const stock = await stockLines(work, receipt, entries, lots)
  const moved = await moveGoods(work, movesOf(receipt, entries, stock, input.paper))
  if (isRefusal(moved)) return moved
  return finish(work, receipt, entries, stock)
}

async function judged(
  work: UnitOfWork,
  input: Input,
  receipt: store.ReceiptRow,
  rules: StockRules,
): Promise<Entry[] | Refusal> {
  const today = legalDay(work.now)
  const warehouse = await storing(work, receipt.warehouse_id, receipt.party_id, '/receipt')
  if (isRefusal(warehouse)) return warehouse
  const over = rules.overReceipt(today)
  if (isRefusal(over)) return over
  const tolerance = over.value[warehouse.kind]
  if (tolerance === undefined)
    return stockRefusals.refuse('stock.rule_missing', {
      day: today,
      rule: `stock.over_receipt ${warehouse.kind}`,
    })
  const lines = await linesWithProgress(work, receipt.id)
  const entries = judgeEntries(input.entries, lines, { today, tolerance, source: over.source })
  if (isRefusal(entries) || entries.every(entry => entry.amount === 0n)) return entries
  const papers = paperRules(rules, today)
  if (isRefusal(papers)) return papers
  return refusePaper(papers, warehouse.kind, movementOf(receipt), input.paper) ?? entries
}

const movementOf = ({ source }: store.ReceiptRow) => (source === 'supplier' ? 'receipt' : 'return')

/** The line of stock that each entry is put on; null: nothing of it was taken in. */
async function stockLines(
  work: UnitOfWork,
  receipt: store.ReceiptRow,
  entries: readonly Entry[],
  lots: readonly (string | null)[],
): Promise<(string | null)[]> {
  const kept = entries.map((entry, n) => ({ entry, n })).filter(({ entry }) => entry.amount > 0n)
  const ids = await ensureLines(
    work.tx,
    kept.map(({ entry, n }) => ({
      article_id: entry.article.id,
      party_id: receipt.party_id,
      warehouse_id: receipt.warehouse_id,
      keeper_id: receipt.keeper_id,
      lot_id: lots[n]!,
    })),
    work.newId,
    work.now,
  )
  const byEntry = new Map(kept.map(({ n }, k) => [n, ids[k]!]))
  return entries.map((_, n) => byEntry.get(n) ?? null)
}

function movesOf(
  receipt: store.ReceiptRow,
  entries: readonly Entry[],
  stock: readonly (string | null)[],
  paper: Input['paper'],
): Move[] {
  return entries.flatMap(({ line, article, amount, rejected, reason }, n) => {
    const from = counterAccount(article, receipt.source)
    const by = {
      keeper: receipt.keeper_id,
      record: { kind: 'receipt', id: receipt.id, line },
      place: `/entries/${n}`,
    }
    const moves: Move[] = []
    const on = stock[n]
    if (on)
      moves.push({
        ...by,
        movement: movementOf(receipt),
        from,
        to: ownAccount(on, 'on_hand', article),
        amount,
        line: on,
        paper,
      })
    if (rejected > 0n)
      moves.push({
        ...by,
        movement: 'rejection',
        from,
        to: counterAccount(article, 'rejected'),
        amount: rejected,
        reason: reason && withoutIdentityNumbers(reason),
      })
    return moves
  })
}

async function finish(
  work: UnitOfWork,
  receipt: store.ReceiptRow,
  entries: readonly Entry[],
  stock: (string | null)[],
): Promise<Static<typeof Received>> {
  const lines = await linesWithProgress(work, receipt.id)
  const state = isComplete(lines) ? 'closed' : 'receiving'
  await store.setState(work.tx, receipt.id, state, null, state === 'closed' ? work.now : null)
  const record = `market.receipt/${receipt.id}`
  work.emit({
    type: 'market.receipt.received',
    record,
    data: {
      entries: entries.map(({ line, amount, rejected, lot }, n) => ({
        line,
        stock: stock[n] ?? null,
        accepted: amount.toString(),
        rejected: rejected.toString(),
        lot: lot?.number ?? null,
      })),
    },
  })
  if (state === 'closed') work.emit({ type: 'market.receipt.closed', record, data: {} })
  return { ...receiptShown({ ...receipt, state }, lines), stock }
}

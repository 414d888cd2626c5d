import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { inUnit } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import type { ArticleRow } from '../article/store.ts'
import type { ReceiveGoods } from './contract.ts'
import type { ReceiptLine } from './progress.ts'
import { receiptRefusals } from './refusals.ts'
import { isOverReceipt, judgeLot, type LotDates, type LotRead } from './rules.ts'

/** What came in one go of one line, judged. */
export interface Entry {
  readonly line: number
  readonly article: ArticleRow
  /** Taken in. */
  readonly amount: bigint
  readonly rejected: bigint
  readonly reason: string | undefined
  readonly lot: (LotRead & { readonly dates: LotDates }) | undefined
}

/** What entries are judged by. */
export interface Judges {
  readonly today: string
  /** Share above what was announced that is taken in, and what says so. */
  readonly tolerance: string
  readonly source: string
}

type Asked = Static<typeof ReceiveGoods>['entries'][number]

/** Judges what came: quantities, lots, and that no line gets more than was announced. */
export function judgeEntries(
  asked: readonly Asked[],
  lines: readonly ReceiptLine[],
  judges: Judges,
): Entry[] | Refusal {
  const byNumber = new Map(lines.map(line => [line.n, line]))
  const accepted = new Map(lines.map(line => [line.n, line.accepted]))
  const entries: Entry[] = []
  for (const [n, each] of asked.entries()) {
    const line = byNumber.get(each.line)
    if (!line)
      return receiptRefusals.refuse('receipt.no_such_line', { line: each.line }, `/entries/${n}/line`)
    const entry = judgeEntry(each, line.article, judges.today, `/entries/${n}`)
    if (isRefusal(entry)) return entry
    const before = accepted.get(line.n)!
    if (isOverReceipt(line.announced, before + entry.amount, judges.tolerance))
      return overReceipt(line, before, entry.amount, judges, `/entries/${n}/quantity`)
    accepted.set(line.n, before + entry.amount)
    entries.push(entry)
  }
  return entries
}

function judgeEntry(asked: Asked, article: ArticleRow, today: string, place: string): Entry | Refusal {
  const { line, quantity, unit, rejected, lot } = asked
  if (quantity === undefined && !rejected)
    return receiptRefusals.refuse('receipt.nothing_said', { line }, place)
  const amount = quantity === undefined ? 0n : amountOf(article, { quantity, unit }, `${place}/quantity`)
  if (isRefusal(amount)) return amount
  const turned = rejected ? amountOf(article, { ...rejected, unit }, `${place}/rejected/quantity`) : 0n
  if (isRefusal(turned)) return turned
  const entry = { line, article, amount, rejected: turned, reason: rejected?.reason, lot: undefined }
  // What is turned away needs no lot: it is nowhere in stock.
  if (amount === 0n) return entry
  const dates = judgeLot(article, lot, today)
  if (typeof dates === 'string')
    return receiptRefusals.refuse(dates, { sku: article.sku, lot: lot?.number ?? '' }, `${place}/lot`)
  if (!dates || !lot) return entry
  if (article.tracking === 'serial' && amount !== 1n)
    return receiptRefusals.refuse('lot.serial_one', { lot: lot.number }, `${place}/quantity`)
  return { ...entry, lot: { ...lot, dates } }
}

function overReceipt(
  line: ReceiptLine,
  before: bigint,
  asked: bigint,
  { tolerance, source }: Judges,
  place: string,
): Refusal {
  const { scale } = line.article
  const params = {
    line: line.n,
    announced: inUnit(line.announced, scale),
    accepted: inUnit(before, scale),
    asked: inUnit(asked, scale),
    tolerance,
    source,
  }
  return receiptRefusals.refuse('receipt.over', params, place)
}

import type { UnitOfWork } from '@tongqu/kernel/command'
import { inUnit, transfersById } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { type ArticleRow, findArticles } from '../article/store.ts'
import { movementKinds } from '../books/chart.ts'
import { movementsOfRecord } from '../books/store.ts'
import type { Receipt, ReceiptHead } from './contract.ts'
import type { Progress } from './rules.ts'
import * as store from './store.ts'

/** A line of a receipt with its article and how far it has come: the ledger's transfers, added up. */
export interface ReceiptLine extends Progress {
  readonly n: number
  readonly article: ArticleRow
}

export async function linesWithProgress(work: UnitOfWork, receipt: string): Promise<ReceiptLine[]> {
  const lines = await store.linesOf(work.tx, receipt)
  const articles = await findArticles(
    work.tx,
    lines.map(line => line.article_id),
  )
  const movements = await movementsOfRecord(work.tx, receipt)
  const transfers = await transfersById(
    work.tx,
    movements.map(movement => movement.id),
  )
  const accepted = new Map<number, bigint>()
  const rejected = new Map<number, bigint>()
  for (const { id, record_line } of movements) {
    const { amount, code } = transfers.get(id)!.transfer
    const sums = code === movementKinds.rejection.code ? rejected : accepted
    sums.set(record_line!, (sums.get(record_line!) ?? 0n) + amount)
  }
  return lines.map(({ n, article_id, announced }) => ({
    n,
    article: articles.get(article_id)!,
    announced: BigInt(announced),
    accepted: accepted.get(n) ?? 0n,
    rejected: rejected.get(n) ?? 0n,
  }))
}

export function headShown(row: store.ReceiptRow): Static<typeof ReceiptHead> {
  const { sender, reference, expected_on, reason } = row
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    owner: row.party_id,
    warehouse: row.warehouse_id,
    keeper: row.keeper_id,
    source: row.source,
    ...(sender !== null && { sender }),
    ...(reference !== null && { reference }),
    ...(expected_on !== null && { expectedOn: expected_on }),
    ...(reason !== null && { reason }),
    at: row.at.toISOString(),
  }
}

export function receiptShown(row: store.ReceiptRow, lines: readonly ReceiptLine[]): Static<typeof Receipt> {
  return {
    ...headShown(row),
    lines: lines.map(({ n, article, announced, accepted, rejected }) => ({
      line: n,
      article: article.id,
      sku: article.sku,
      unit: article.unit,
      announced: inUnit(announced, article.scale),
      accepted: inUnit(accepted, article.scale),
      rejected: inUnit(rejected, article.scale),
      difference: inUnit(accepted - announced, article.scale),
    })),
  }
}

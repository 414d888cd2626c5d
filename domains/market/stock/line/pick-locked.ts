import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import { accountsNow, availableOn, inUnit } from '@tongqu/ledger'
import type { ArticleRow } from '../article/store.ts'
import { stockRefusals } from '../refusals.ts'
import { isGood, type Picked, pick } from './pick.ts'
import { findLine, type LineRow, linesOfArticle } from './store.ts'

/** Where goods are looked for. */
export interface Wanted {
  readonly amount: bigint
  readonly warehouse?: string | undefined
  readonly warehouseKind?: string | undefined
  readonly lot?: string | undefined
  readonly line?: string | undefined
  /** What was picked before in the same run and is not posted yet, by line. */
  readonly taken?: ReadonlyMap<string, bigint>
  /** A lot or line that is named is taken though it be blocked or expired: goods are put aside, too. */
  readonly evenBad?: boolean
  /** Place of the quantity in the input. */
  readonly place: string
}

/**
 * Picks among the lines that are asked for, whose accounts stay as they are until the transaction ends: who comes
 * second picks from what the first has left.
 */
export async function pickLocked(
  work: UnitOfWork,
  article: ArticleRow,
  wanted: Wanted,
): Promise<Picked<LineRow & { readonly available: bigint }> | Refusal> {
  const found = await linesOfArticle(work.tx, { ...wanted, article: article.id })
  const rows = wanted.line === undefined ? found : found.filter(row => row.id === wanted.line)
  const today = legalDay(work.now)
  const isNamed = wanted.line !== undefined || wanted.lot !== undefined
  const isAnyTaken = isNamed && wanted.evenBad
  const isBad = isNamed && !isAnyTaken && rows.length > 0 && !rows.some(row => isGood(row, today))
  if (isBad) return refuseLine(rows[0]!, today, wanted.place)!
  const accounts = await accountsNow(
    work.tx,
    rows.map(row => row.id),
    true,
  )
  const standing = rows.map(row => {
    const account = accounts.get(row.id)
    const available = (account ? availableOn(account) : 0n) - (wanted.taken?.get(row.id) ?? 0n)
    return { ...row, ...(isAnyTaken && { blocked: null, expires_on: null }), available }
  })
  const picked = pick(standing, wanted.amount, today)
  if (picked.parts.length > 0) return picked
  const left = inUnit(picked.available, article.scale)
  return stockRefusals.refuse('stock.not_enough', { left }, wanted.place)
}

/** Why goods of a line must not go out; undefined: they may. */
export function refuseLine(line: LineRow, today: string, place?: string): Refusal | undefined {
  if (line.blocked !== null) return stockRefusals.refuse('stock.blocked', { reason: line.blocked }, place)
  if (isGood(line, today)) return undefined
  const params = { lot: line.lot_number ?? '', expiresOn: line.expires_on ?? '' }
  return stockRefusals.refuse('stock.expired', params, place)
}

/** The line, where it is known. */
export async function lineOf(work: UnitOfWork, id: string, place: string): Promise<LineRow | Refusal> {
  return (await findLine(work.tx, id)) ?? stockRefusals.refuse('stock.not_found', {}, place)
}

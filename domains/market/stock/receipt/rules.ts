import { addDays } from '../days.ts'
import { exceedsShare, millionths } from '../fraction.ts'

/*
 * A receipt's life: announced → receiving (goods came) → closed; announced → cancelled. It closes itself when all that
 * was announced has been taken in or rejected; closed by hand it says why it differs.
 */
export type ReceiptState = 'announced' | 'receiving' | 'closed' | 'cancelled'

/** Whether so much in all is more than was announced and the tolerance ("0.05") allow. */
export function isOverReceipt(announced: bigint, accepted: bigint, tolerance: string): boolean {
  return accepted > announced && exceedsShare(accepted - announced, announced, millionths(tolerance))
}

/** How far a line of a receipt has come. */
export interface Progress {
  readonly announced: bigint
  readonly accepted: bigint
  readonly rejected: bigint
}

/** Whether nothing is waited for any more. */
export function isComplete(lines: readonly Progress[]): boolean {
  return lines.every(({ announced, accepted, rejected }) => accepted + rejected >= announced)
}

/** Whether what came is exactly what was announced. */
export function isAsAnnounced(lines: readonly Progress[]): boolean {
  return lines.every(({ announced, accepted }) => accepted === announced)
}

/** A lot as the keeper reads it off the goods. */
export interface LotRead {
  readonly number: string
  readonly producedOn?: string | undefined
  readonly expiresOn?: string | undefined
}
export interface LotDates {
  readonly producedOn: string | null
  readonly expiresOn: string | null
}
export type LotFault =
  | 'lot.needed'
  | 'lot.not_tracked'
  | 'lot.not_made_yet'
  | 'lot.dates_crossed'
  | 'lot.dates_needed'
  | 'lot.expired'

/**
 * The dates of a lot that comes in today, or why it cannot.
 * The last day is good itself; where only the day of making is known, the shelf life is counted from it.
 * @returns undefined: the article is not told apart by lots
 */
export function judgeLot(
  article: { readonly tracking: 'none' | 'lot' | 'serial'; readonly shelf_life_days: number | null },
  lot: LotRead | undefined,
  today: string,
): LotDates | LotFault | undefined {
  if (article.tracking === 'none') return lot && 'lot.not_tracked'
  if (!lot) return 'lot.needed'
  const { producedOn, expiresOn } = lot
  if (producedOn !== undefined && producedOn > today) return 'lot.not_made_yet'
  if (producedOn !== undefined && expiresOn !== undefined && expiresOn < producedOn)
    return 'lot.dates_crossed'
  const { shelf_life_days: life } = article
  if (life !== null && producedOn === undefined && expiresOn === undefined) return 'lot.dates_needed'
  const last = expiresOn ?? (life !== null && producedOn !== undefined ? addDays(producedOn, life) : null)
  if (last !== null && last < today) return 'lot.expired'
  return { producedOn: producedOn ?? null, expiresOn: last }
}

/** Whether a lot that is known has other dates than those read now; what was not read is not compared. */
export function datesDiffer(
  known: { readonly produced_on: string | null; readonly expires_on: string | null },
  read: LotRead,
): boolean {
  const { producedOn, expiresOn } = read
  return (
    (producedOn !== undefined && known.produced_on !== null && producedOn !== known.produced_on) ||
    (expiresOn !== undefined && known.expires_on !== null && expiresOn !== known.expires_on)
  )
}

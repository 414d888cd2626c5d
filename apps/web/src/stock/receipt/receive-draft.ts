import { isPositive, minus } from '../../part/decimal.ts'
import type { Article, Receipt, ReceiveGoods } from '../../remote/market.ts'
import { type PaperDraft, paperAsked } from '../paper.ts'

/** What the keeper types of goods that came: one lot of one line of the receipt. */
export interface EntryDraft {
  readonly line: number
  readonly quantity: string
  readonly lot: string
  readonly producedOn: string
  readonly expiresOn: string
  readonly rejected: string
  readonly why: string
}

export interface ReceiveDraft {
  readonly entries: readonly EntryDraft[]
}

type Line = Receipt['lines'][number]

/** What is still waited for of a line: never less than nothing. */
export function stillDue({ announced, accepted, rejected }: Line): string {
  const left = minus(announced, accepted, rejected)
  return left.startsWith('-') ? minus(announced, announced) : left
}

export const emptyEntry = (line: number): EntryDraft => ({
  line,
  quantity: '',
  lot: '',
  producedOn: '',
  expiresOn: '',
  rejected: '',
  why: '',
})

/** One empty entry for every line that something is waited for of. */
export function draftFor(receipt: Receipt): ReceiveDraft {
  const due = receipt.lines.filter(line => isPositive(stillDue(line)))
  return { entries: due.map(({ line }) => emptyEntry(line)) }
}

/** A kept draft fits while it names lines of the receipt only. */
export function isDraftFor(value: unknown, receipt: Receipt): value is ReceiveDraft {
  const { entries } = (value ?? {}) as Record<keyof ReceiveDraft, unknown>
  if (!Array.isArray(entries)) return false
  const known = new Set(receipt.lines.map(({ line }) => line))
  return entries.every(
    entry =>
      known.has(entry?.line) &&
      Object.keys(emptyEntry(0)).every(key => key === 'line' || typeof entry[key] === 'string'),
  )
}

const says = ({ quantity, rejected }: EntryDraft) => quantity.trim() !== '' || rejected.trim() !== ''

/** The entries that say something, as the command takes them; each with its place in the draft. */
export function entriesOf(draft: ReceiveDraft): { at: number; entry: ReceiveGoods['entries'][number] }[] {
  return draft.entries.flatMap((entry, at) => (says(entry) ? [{ at, entry: asked(entry) }] : []))
}

function asked(entry: EntryDraft): ReceiveGoods['entries'][number] {
  const { line, quantity, lot, producedOn, expiresOn, rejected, why } = entry
  const text = (value: string) => value.trim()
  return {
    line,
    ...(text(quantity) ? { quantity: text(quantity) } : {}),
    ...(text(lot)
      ? {
          lot: {
            number: text(lot),
            ...(producedOn ? { producedOn } : {}),
            ...(expiresOn ? { expiresOn } : {}),
          },
        }
      : {}),
    ...(text(rejected) ? { rejected: { quantity: text(rejected), reason: text(why) } } : {}),
  }
}

export function inputOf(receipt: Receipt, draft: ReceiveDraft, paper: PaperDraft): ReceiveGoods {
  return {
    receipt: receipt.id,
    entries: entriesOf(draft).map(({ entry }) => entry),
    ...paperAsked(paper),
  }
}

/** What a scanned code did: the entry it is about, or that nothing on the receipt is called so. */
export interface Scanned {
  readonly draft: ReceiveDraft
  /** Place of the entry in the draft; undefined: the code is unknown here. */
  readonly at: number | undefined
}

/**
 * Takes a code as a scanner types it. The number of an article goes to its first entry that says nothing yet, or to a
 * new one; any other code, right after an article that is told apart by lots, is that lot's number.
 * @param last the entry that the code before was about
 */
export function scan(
  receipt: Receipt,
  draft: ReceiveDraft,
  code: string,
  last: number | undefined,
  tracking: (article: string) => Article['tracking'] | undefined,
): Scanned {
  const wanted = code.trim().toLowerCase()
  const line = receipt.lines.find(({ sku }) => sku.toLowerCase() === wanted)
  if (line) {
    const free = draft.entries.findIndex(entry => entry.line === line.line && !says(entry) && !entry.lot)
    if (free >= 0) return { draft, at: free }
    return {
      draft: { ...draft, entries: [...draft.entries, emptyEntry(line.line)] },
      at: draft.entries.length,
    }
  }
  const before = last === undefined ? undefined : draft.entries[last]
  const article = receipt.lines.find(each => each.line === before?.line)?.article
  const told = article === undefined ? undefined : tracking(article)
  if (last === undefined || !before || before.lot !== '' || told === undefined || told === 'none')
    return { draft, at: undefined }
  const quantity = told === 'serial' && before.quantity === '' ? '1' : before.quantity
  const named = { ...before, lot: code.trim(), quantity }
  return { draft: { ...draft, entries: draft.entries.with(last, named) }, at: last }
}

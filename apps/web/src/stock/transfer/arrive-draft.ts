import { isPositive } from '../../part/decimal.ts'
import type { ArriveTransfer, StockTransfer } from '../../remote/market.ts'
import { type PaperDraft, paperAsked } from '../paper.ts'

/** What the keeper types of one line of a transfer that came. */
export interface ArrivalDraft {
  readonly line: number
  readonly quantity: string
  readonly lost: string
  readonly kind: '' | 'damaged' | 'lost'
  readonly why: string
  readonly notice: PaperDraft
}

export type ArriveDraft = readonly ArrivalDraft[]

const emptyArrival = (line: number): ArrivalDraft => ({
  line,
  quantity: '',
  lost: '',
  kind: '',
  why: '',
  notice: { type: '', reference: '' },
})

/** One empty entry for every line of which something is on the way. */
export function arrivalsFor(transfer: StockTransfer): ArriveDraft {
  return transfer.lines.filter(line => isPositive(line.inTransit)).map(({ line }) => emptyArrival(line))
}

/** A kept draft fits while its lines are those that something is on the way of. */
export function areArrivals(value: unknown, transfer: StockTransfer): value is ArriveDraft {
  const due = arrivalsFor(transfer)
  return (
    Array.isArray(value) &&
    value.length === due.length &&
    value.every(
      (entry, at) =>
        entry?.line === due[at]?.line &&
        ['quantity', 'lost', 'kind', 'why'].every(key => typeof entry[key] === 'string') &&
        typeof entry.notice?.type === 'string',
    )
  )
}

/** The entries that say something, as the command takes them; each with its place in the draft. */
export function arrivalsOf(draft: ArriveDraft): { at: number; entry: ArriveTransfer['entries'][number] }[] {
  return draft.flatMap((typed, at) => {
    const [quantity, lost] = [typed.quantity.trim(), typed.lost.trim()]
    if (quantity === '' && lost === '') return []
    const loss = {
      quantity: lost,
      // An open choice goes as it is: the server names the field.
      kind: typed.kind as 'damaged',
      reason: typed.why.trim(),
      ...paperAsked(typed.notice),
    }
    return [{ at, entry: { line: typed.line, ...(quantity ? { quantity } : {}), ...(lost ? { loss } : {}) } }]
  })
}

/** Where a scanned code leads: the first line of that article, or of that lot, that says nothing yet. */
export function findArrival(transfer: StockTransfer, draft: ArriveDraft, code: string): number | undefined {
  const wanted = code.trim().toLowerCase()
  const isMeant = ({ line }: ArrivalDraft) => {
    const goods = transfer.lines.find(each => each.line === line)
    return goods?.sku.toLowerCase() === wanted || goods?.lot?.toLowerCase() === wanted
  }
  const free = draft.findIndex(entry => isMeant(entry) && entry.quantity === '')
  const any = free >= 0 ? free : draft.findIndex(isMeant)
  return any >= 0 ? any : undefined
}

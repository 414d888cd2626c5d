import type { AnnounceReceipt } from '../../remote/market.ts'
import { areGoods, type GoodsDraft, goodsAsked } from '../goods-draft.ts'

/** What an announcement's form holds, as typed. */
export interface AnnounceDraft {
  readonly warehouse: string
  readonly source: '' | 'supplier' | 'customer'
  readonly sender: string
  readonly reference: string
  readonly expectedOn: string
  readonly lines: readonly GoodsDraft[]
}

export const emptyAnnouncement: AnnounceDraft = {
  warehouse: '',
  source: 'supplier',
  sender: '',
  reference: '',
  expectedOn: '',
  lines: [],
}

export function isAnnounceDraft(value: unknown): value is AnnounceDraft {
  const { lines, ...fields } = (value ?? {}) as Record<string, unknown>
  return (
    areGoods(lines) &&
    Object.keys(emptyAnnouncement).every(key => key === 'lines' || typeof fields[key] === 'string')
  )
}

/** The command's input; what is empty is left out, so that the server says what is missing where. */
export function announcement(draft: AnnounceDraft): AnnounceReceipt {
  const { warehouse, source, lines, sender, reference, expectedOn } = draft
  const given = { sender: sender.trim(), reference: reference.trim(), expectedOn }
  return {
    warehouse,
    // An empty choice goes as it is: the server names the field.
    source: source as 'supplier',
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
    lines: goodsAsked(lines),
  }
}

import { type AccountRef, type ArticleRef, ownAccount } from '../books/account-ref.ts'
import type { LineRow } from './store.ts'

/** The article of a line, as accounts are opened with it. */
export function articleOfLine({ article_id, party_id, ledger, scale }: LineRow): ArticleRef {
  return { id: article_id, party_id, ledger, scale }
}

/** What is on hand of a line. */
export function onHand(line: LineRow): AccountRef {
  return ownAccount(line.id, 'on_hand', articleOfLine(line))
}

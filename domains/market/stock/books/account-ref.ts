import { sm3 } from '@tongqu/kernel/crypto'
import { AccountFlags } from '@tongqu/ledger'
import { type AccountName, accountKinds } from './chart.ts'

/** What an account of an article is opened with. */
export interface ArticleRef {
  readonly id: string
  readonly party_id: string
  /** Unit of account, and how many decimals a quantity of it has. */
  readonly ledger: number
  readonly scale: number
}

/** An account as a movement names it: where it is missing it can be opened from this. */
export interface AccountRef {
  readonly id: string
  readonly kind: AccountName
  readonly article: ArticleRef
}

/** The account that stands against an article's stock: its supplier, its customers, its write-offs. */
export function counterAccount(article: ArticleRef, kind: AccountName): AccountRef {
  return { id: derivedId(`${article.id} ${kind}`), kind, article }
}

/** An account under an id of its own: a line's, a shelf's, that of a transfer's line. */
export function ownAccount(id: string, kind: AccountName, article: ArticleRef): AccountRef {
  return { id, kind, article }
}

/** Asked for with every reservation: those of the shelves that are on sale are remembered. */
const sold = new Map<string, string>()
const REMEMBERED = 10_000

/** The account of what is sold off a shelf. */
export function soldAccount(shelf: string): string {
  let id = sold.get(shelf)
  if (id === undefined) {
    if (sold.size >= REMEMBERED) sold.clear()
    id = derivedId(`${shelf} sold`)
    sold.set(shelf, id)
  }
  return id
}

export function flagsOf(kind: AccountName): number {
  return accountKinds[kind].isLimited ? AccountFlags.debits_must_not_exceed_credits : 0
}

/** A UUID of version 8 (RFC 9562) that is always the same for a text. */
function derivedId(text: string): string {
  const hex = sm3(text)
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

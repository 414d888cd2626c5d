import type { Account } from '@tongqu/ledger'
import { accountKinds } from '../books/chart.ts'
import { endOfDay } from '../days.ts'

/*
 * What a shard's writer must know of a shelf stands on its account, so that it decides a reservation without reading
 * anything else.
 */

/** What is fixed of a shelf when it is opened. */
export interface ShelfTerms {
  /** Party that sells. */
  readonly seller: string
  /** Decimals of a quantity. */
  readonly scale: number
  /** Milliseconds since 1970 at which the lot's last good day is over; 0: it does not expire. */
  readonly goodUntil: number
}

/** The terms as the account's own fields. */
export function fieldsOf(seller: string, expiresOn: string | null) {
  return {
    user_data_128: seller,
    user_data_64: expiresOn === null ? 0n : BigInt(endOfDay(expiresOn).getTime()),
  }
}

/** The terms that an account carries; undefined: it is no shelf. */
export function termsOf(account: Account | undefined): ShelfTerms | undefined {
  if (account?.code !== accountKinds.shelf.code) return undefined
  return {
    seller: account.user_data_128,
    scale: account.user_data_32,
    goodUntil: Number(account.user_data_64),
  }
}

import type { Static } from 'typebox'
import type { Profile as Schema } from './contract.ts'

export type Profile = Static<typeof Schema>
interface Firm {
  readonly code: string
  readonly name: string
}

/** The firm that a book's word means; the customs' code does as well as the name. */
export function firmOf(
  firms: readonly { readonly book: string; readonly code: string; readonly name: string }[] | undefined,
  word: string | undefined,
): Firm | undefined {
  const found = firms?.find(each => each.book === word || each.code === word || each.name === word)
  return found && { code: found.code, name: found.name }
}

import type { Static } from 'typebox'
import type { Profile as Schema } from './contract.ts'

export type Profile = Static<typeof Schema>
/** A firm as the customs know it. */
export interface Firm {
  readonly code: string
  readonly name: string
  /** Unified social credit code. */
  readonly creditCode?: string
}

/** The firm that a book's word means; the customs' code does as well as the name. */
export function firmOf(
  firms: readonly (Firm & { readonly book: string })[] | undefined,
  word: string | undefined,
): Firm | undefined {
  const found = firms?.find(each => each.book === word || each.code === word || each.name === word)
  if (!found) return undefined
  const { code, name, creditCode } = found
  return { code, name, ...(creditCode && { creditCode }) }
}

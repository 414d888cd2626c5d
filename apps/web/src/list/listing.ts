import { createContext } from 'react'

/** What is known of a list beyond the rows that have been read. */
export interface Listing {
  /** How many rows there are under the conditions; undefined where nobody has counted. */
  readonly total?: number | undefined
  /** There are rows that have not been read yet. */
  readonly hasMore: boolean
}

export const ListingContext = createContext<Listing>({ hasMore: false })

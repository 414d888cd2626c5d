import type { Letter, LetterFile, RowState } from './contract.ts'

/** A row that a module says it serves; `part` names what it serves when that is not the whole row. */
export interface Served {
  readonly row: number
  readonly query: string
  readonly page: string
  readonly part?: { readonly zh: string; readonly en: string }
}

/**
 * A row's state from the servings of it: whole where one of them serves all of it, part where each serves only
 * a part, none without any. Parts never add up to a whole by themselves: somebody must say that they do.
 */
export const rowState = (servings: readonly Omit<Served, 'row'>[]): RowState => {
  if (servings.length === 0) return 'none'
  return servings.some(serving => serving.part === undefined) ? 'whole' : 'part'
}

/**
 * The letter with the state of each row, computed from what the modules register. Servings of rows that this
 * letter does not have are left aside (another city's letter has other rows).
 */
export const letterWithStates = (file: LetterFile, serves: readonly Served[]): Letter => {
  const byRow = Map.groupBy(serves, served => served.row)
  const rows = file.rows.map(row => {
    const servings = byRow.get(row.row) ?? []
    return {
      ...row,
      state: rowState(servings),
      servedBy: servings.map(({ query, page, part }) => ({ query, page, ...(part && { part }) })),
    }
  })
  const count = (state: RowState) => rows.filter(row => row.state === state).length
  return { ...file, rows, counts: { none: count('none'), part: count('part'), whole: count('whole') } }
}

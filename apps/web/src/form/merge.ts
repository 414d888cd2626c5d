/* Two people changed one record: what each of them changed, field by field. */

/** How two changes of one record meet. */
export interface Met<T> {
  /** Both changed it, each to something else: somebody has to choose. */
  readonly both: readonly (keyof T)[]
  /** Only the other changed it. */
  readonly theirs: readonly (keyof T)[]
  /** The record with what either changed; where both did, mine. */
  readonly merged: T
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Compares two changes of a record.
 * @param base the record that both began from
 * @param mine what is typed here
 * @param theirs what stands there now
 */
export function meet<T extends object>(base: T, mine: T, theirs: T): Met<T> {
  const fields = Object.keys(mine) as (keyof T)[]
  const ofTheirs = fields.filter(field => !same(theirs[field], base[field]))
  const isMine = (field: keyof T) => !same(mine[field], base[field])
  const only = ofTheirs.filter(field => !isMine(field))
  return {
    both: ofTheirs.filter(field => isMine(field) && !same(mine[field], theirs[field])),
    theirs: only,
    merged: { ...mine, ...Object.fromEntries(only.map(field => [field, theirs[field]])) },
  }
}

import { Prefixes } from '../rules/prefixes.ts'
import type { DatedFact, Sourced } from './tables.ts'

export const inForce = (fact: { from: string; to?: string }, day: string): boolean =>
  fact.from <= day && (fact.to === undefined || fact.to >= day)

/** Facts of one kind that hold on one day, found by a code's first digits. */
export class FactsOfDay<Row extends DatedFact, Value> {
  readonly #found: Prefixes<Sourced<Value>>

  constructor(rows: readonly Row[], day: string, value: (row: Row) => Value | undefined) {
    const entries: (readonly [string, Sourced<Value>])[] = []
    for (const row of rows) {
      if (!inForce(row, day)) continue
      const taken = value(row)
      if (taken === undefined) continue
      const { code, from, source, strength } = row
      entries.push([code, { value: taken, from, source, strength }])
    }
    this.#found = new Prefixes(entries)
  }

  /** Undefined where nothing is said, or where the code is too short to tell. */
  find(code: string): Sourced<Value> | undefined {
    if (code.length < 10 && this.#found.splits(code)) return undefined
    return this.#found.find(code)
  }
}

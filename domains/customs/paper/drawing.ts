import type { PaperFact } from '@tongqu/kernel/paper'
import type { Block, Field, Text, Value } from '@tongqu/print'

/** A paper as it is drawn, but for its code. */
export interface Drawing {
  readonly isLandscape: boolean
  readonly blocks: readonly Block[]
  /** What the record lacks, by what it is called. */
  readonly missing: readonly Text[]
  /** What the public page says of it. */
  readonly facts: readonly PaperFact[]
}

/** Gathers what a paper would need and the record does not have. */
export class Needs {
  readonly #missing = new Map<string, Text>()

  get missing(): readonly Text[] {
    return [...this.#missing.values()]
  }

  /** A value that the paper needs; where there is none it is named as missing. */
  need<V extends Value>(title: Text, value: V): V | undefined {
    const found = value === '' ? undefined : value
    if (found === undefined) this.#missing.set(title.zh, title)
    return found
  }

  field(title: Text, value: Value, weight = 1): Field {
    return { title, value: this.need(title, value), weight }
  }

  /** A field that may be empty. */
  maybe(title: Text, value: Value, weight = 1): Field {
    return { title, value: value === '' ? undefined : value, weight, mayBeEmpty: true }
  }
}

/** What is known of somebody: facts without a value are left out. */
export function factsOf(pairs: readonly (readonly [Text, Value])[]): PaperFact[] {
  return pairs.flatMap(([title, value]) => (value === undefined || value === '' ? [] : [{ title, value }]))
}

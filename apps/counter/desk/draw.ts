import { createHash } from 'node:crypto'

/**
 * Chance that can be repeated: numbers drawn from the digest of the seed and of what they are drawn for. What is
 * drawn for one record does not depend on what came before it, nor on when.
 */
export class Draw {
  #bytes: Buffer
  #at = 0

  constructor(seed: string, ...of: readonly (string | number)[]) {
    this.#bytes = digest(seed, of)
  }

  /** A whole number from 0 up to, and without, the limit. */
  below(limit: number): number {
    if (this.#at + 6 > this.#bytes.length) {
      this.#bytes = createHash('sha256').update(this.#bytes).digest()
      this.#at = 0
    }
    const drawn = this.#bytes.readUIntBE(this.#at, 6)
    this.#at += 6
    return limit <= 1 ? 0 : drawn % limit
  }

  /** A whole number from the first to the last, both in. */
  between([first, last]: readonly [number, number]): number {
    return first + this.below(last - first + 1)
  }

  /** Whether what happens in `share` of ten thousand cases happens now. */
  happens(share: number): boolean {
    return this.below(10_000) < share
  }
}

/** A number in the form that messages carry: 36 characters, letters in upper case. */
export function guidOf(seed: string, ...of: readonly (string | number)[]): string {
  const hex = digest(seed, of).toString('hex').toUpperCase()
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** Nine digits for a number that the counter gives. */
export function serialOf(seed: string, ...of: readonly (string | number)[]): number {
  return digest(seed, of).readUIntBE(0, 6) % 1_000_000_000
}

function digest(seed: string, of: readonly (string | number)[]): Buffer {
  const hash = createHash('sha256').update(seed)
  for (const part of of) hash.update(`\u001f${part}`)
  return hash.digest()
}

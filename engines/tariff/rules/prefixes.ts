/** Finds what is said of the longest beginning of a code (2 to 10 digits). */
export class Prefixes<T> {
  readonly #byPrefix = new Map<string, T>()
  readonly #lengths: number[] = []

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [prefix, value] of entries) this.#byPrefix.set(prefix, value)
    const lengths = new Set([...this.#byPrefix.keys()].map(prefix => prefix.length))
    this.#lengths.push(...[...lengths].sort((a, b) => b - a))
  }

  /** What is said of the code; undefined: nothing. */
  find(code: string): T | undefined {
    for (const length of this.#lengths) {
      if (length > code.length) continue
      const found = this.#byPrefix.get(code.slice(0, length))
      if (found !== undefined) return found
    }
    return undefined
  }

  /** Whether a longer prefix begins with the code, so that the code is too short to tell. */
  splits(code: string): boolean {
    for (const prefix of this.#byPrefix.keys())
      if (prefix.length > code.length && prefix.startsWith(code)) return true
    return false
  }
}

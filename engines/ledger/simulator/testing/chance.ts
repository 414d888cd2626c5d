/** Random numbers that a seed repeats (mulberry32). */
export class Chance {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** At least 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }

  /** A whole number from 0, below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  oneIn(n: number): boolean {
    return this.below(n) === 0
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }
}

/** The seed and length of a run; the environment repeats one or makes it longer. */
export function simulation(seconds: number): { seed: number; chance: Chance; millis: number } {
  const { SIMULATOR_SEED, SIMULATOR_SECONDS } = process.env
  const seed = Number(SIMULATOR_SEED ?? Math.floor(Math.random() * 1e9))
  console.log(
    `ledger simulator: seed ${seed} (SIMULATOR_SEED=${seed} repeats it, SIMULATOR_SECONDS=60 makes it longer)`,
  )
  return { seed, chance: new Chance(seed), millis: Number(SIMULATOR_SECONDS ?? seconds) * 1000 }
}

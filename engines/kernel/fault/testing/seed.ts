/** Random numbers that a seed repeats (mulberry32): a fault run that failed can be run again as it was. */
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

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }
}

/** How long a fault run is and where it begins; the environment asks for a longer one or for the same again. */
export function faultRun(title: string, times: number): { times: number; chance: Chance } {
  const { FAULT_TIMES, FAULT_SEED } = process.env
  const seed = Number(FAULT_SEED ?? Math.floor(Math.random() * 1e9))
  console.log(`${title}: seed ${seed} (FAULT_SEED=${seed} repeats it, FAULT_TIMES=100 makes it longer)`)
  return { times: Number(FAULT_TIMES ?? times), chance: new Chance(seed) }
}

/** What the measured value stands beside: a goal, or the same work without us. */
export interface Limit {
  /** What the limit is, in words: `lines a second`, `plain pg, the same SQL`. */
  name: string
  /** In the same unit as the value. */
  value: number
}

/** The spread of the single runs that the value is the median of, in the value's unit. */
export interface Spread {
  min: number
  median: number
  max: number
  runs: number
}

/** One measured figure. */
export interface BenchResult {
  bench: string
  value: number
  unit: string
  limit: Limit
  /** value / limit.value, whichever way is the better one. */
  ratio: number
  spread: Spread
}

/** A bench: a file `*.bench.ts` in any workspace exports one as `bench`. */
export interface Bench {
  name: string
  /** Makes its own data, measures, and leaves nothing behind. */
  run(): Promise<BenchResult>
}

/** The spread of measured runs. Error: no run at all. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) throw new Error('a spread of no runs')
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? max
  const lower = Number.isInteger(middle) ? (sorted[middle - 1] ?? min) : upper
  return { min, median: (lower + upper) / 2, max, runs: sorted.length }
}

/** The result of measured runs against a limit; the value is their median. */
export function benchResult(
  bench: string,
  unit: string,
  limit: Limit,
  values: readonly number[],
): BenchResult {
  const spread = spreadOf(values)
  return { bench, value: spread.median, unit, limit, ratio: spread.median / limit.value, spread }
}

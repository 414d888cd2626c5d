/** Values over time: each stands from its instant until the next. */
export interface Step {
  /** Milliseconds since 1970. */
  readonly at: number
  /** For lengths only. */
  readonly value: number
}

export const width = 1000
export const height = 100

/**
 * The line through the steps in a box of 1000 by 100, in the order of time, and where nought lies, if it lies inside.
 * @param steps at least one
 */
export function stepPath(steps: readonly Step[]): {
  readonly path: string
  readonly nought: number | undefined
} {
  const sorted = [...steps].sort((a, b) => a.at - b.at)
  const begin = sorted[0]?.at ?? 0
  const span = (sorted.at(-1)?.at ?? begin) - begin || 1
  const values = sorted.map(each => each.value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = high - low || 1
  const x = (at: number) => (((at - begin) / span) * width).toFixed(1)
  const y = (value: number) => (height - ((value - low) / room) * height).toFixed(1)
  const path = sorted.map(({ at, value }, n) => (n === 0 ? `M${x(at)} ${y(value)}` : `H${x(at)}V${y(value)}`))
  return { path: `${path.join('')}H${width}`, nought: low < 0 && high > 0 ? Number(y(0)) : undefined }
}

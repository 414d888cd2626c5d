/** So many at once, and so many more that wait; whoever comes then is turned away. */
export type Gate = <T>(what: () => Promise<T>) => Promise<T | undefined>

/**
 * Each paper is drawn in a thread of its own while its transaction is open: without a bound a crowd at the printer would
 * take every connection and every core from those who declare.
 * @returns what runs the work, or answers undefined where too many wait
 */
export function gate(atOnce: number, mostWaiting: number): Gate {
  let running = 0
  const waiting: (() => void)[] = []
  return async what => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) return undefined
      // Whoever leaves hands its place on: the number that runs stays.
      await new Promise<void>(go => waiting.push(go))
    } else running++
    try {
      return await what()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

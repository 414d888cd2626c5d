/** Instants as the messages write them: local time in China, which has kept no summer time since 1991. */
const AHEAD = 8 * 3_600_000

/** `20261123101500` and, with thousandths, `20261123101500123`. */
export function digitsOf(instant: number, length: 8 | 14 | 17): string {
  return new Date(instant + AHEAD).toISOString().replace(/\D/g, '').slice(0, length)
}

/** `2026-11-23T10:15:00` */
export function isoOf(instant: number): string {
  return new Date(instant + AHEAD).toISOString().slice(0, 19)
}

/** The instant of `yyyyMMdd` (its beginning) or `yyyyMMddHHmmss`. */
export function instantOf(digits: string): number {
  const [y, mo, d, h, mi, s] = [
    [0, 4],
    [4, 6],
    [6, 8],
    [8, 10],
    [10, 12],
    [12, 14],
  ].map(([from, to]) => Number(digits.slice(from, to) || 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return Date.UTC(y, mo - 1, d, h, mi, s) - AHEAD
}

import { dayOf } from '../part/today.ts'
import type { Figure, Part } from './figures.ts'

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000

export interface Bucket {
  readonly key: string
  readonly label: string
  readonly part: Part | undefined
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
})
const clockTime = (at: number) => clock.format(at)
const monthAndDay = (at: number) => dayOf(at).slice(5)

/** Every minute, hour or day of a figure's stretch of time, those with nothing too: a gap is seen as a gap. */
export function bucketsOf({ keys, parts, asAt, period }: Figure): Bucket[] {
  const byTime = new Map(parts.map(part => [Date.parse(part.key), part]))
  const from = period ? Date.parse(`${period.from}T00:00:00+08:00`) : 0
  const to = period ? Date.parse(`${period.to}T00:00:00+08:00`) + DAY : 0
  const [begin, step, count, shape] =
    keys === 'minute'
      ? [Math.floor(Date.parse(asAt) / MINUTE) * MINUTE - 59 * MINUTE, MINUTE, 60, clockTime]
      : keys === 'hour'
        ? [from, HOUR, 24, clockTime]
        : [from, DAY, Math.round((to - from) / DAY), monthAndDay]
  return Array.from({ length: count }, (_, n) => {
    const at = begin + n * step
    return { key: new Date(at).toISOString(), label: shape(at), part: byTime.get(at) }
  })
}

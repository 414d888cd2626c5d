/**
 * The one clock. Everything that needs the time is handed a `Clock`; SQL is handed its value.
 * A simulated clock exists for demonstrations and tests; a production installation refuses it.
 */
export interface Clock {
  now(): Date
  /** Marked in the audit of everything done under it. */
  readonly simulated: boolean
}

/** An ISO calendar day in Asia/Shanghai, the time zone of the law: "2026-11-23". */
export type LegalDay = string

export const systemClock: Clock = { now: () => new Date(), simulated: false }

/** Runs from `start` at `speed` seconds per real second (0: stands still until `set`). */
export class SimulatedClock implements Clock {
  readonly simulated = true
  #anchor: number
  #real: number
  readonly #speed: number

  constructor(start: Date, speed = 1) {
    this.#anchor = start.getTime()
    this.#real = Date.now()
    this.#speed = speed
  }

  now(): Date {
    return new Date(this.#anchor + (Date.now() - this.#real) * this.#speed)
  }

  set(instant: Date): void {
    this.#anchor = instant.getTime()
    this.#real = Date.now()
  }
}

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** A zone's day begins at a full quarter of an hour, so all instants of a quarter are of one day. */
const QUARTER = 900_000
/** What was asked last, since the next one is mostly of the same quarter. */
let last = { quarter: Number.NaN, day: '' }

/** The legal day that an instant falls on. */
export function legalDay(instant: Date): LegalDay {
  const quarter = Math.floor(instant.getTime() / QUARTER)
  // Before 1901 clocks went by the sun, a few odd minutes off.
  if (quarter < 0 || Number.isNaN(quarter)) return shanghai.format(instant)
  if (last.quarter !== quarter) last = { quarter, day: shanghai.format(instant) }
  return last.day
}

/** The instant at which a legal day begins. Shanghai has kept UTC+8 since 1992. */
export function startOfLegalDay(day: LegalDay): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that exists ("2026-02-29" is not). */
export function isLegalDay(text: string): boolean {
  const match = dayShape.exec(text)
  if (!match) return false
  const [, year, month, day] = match.map(Number) as [number, number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900
}

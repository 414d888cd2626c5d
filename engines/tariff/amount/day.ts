/** ISO days ("2026-11-23") as the law counts them: no clock, no time zone. */
const DAY_MS = 86_400_000

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

const time = (day: string): number => Date.parse(`${day}T00:00:00Z`)

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Whether the text is a day of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time(text)) && isoDay(time(text)) === text
}

export const yearOf = (day: string): number => Number(day.slice(0, 4))

export function addDays(day: string, days: number): string {
  return isoDay(time(day) + days * DAY_MS)
}

/** The same day of the month `months` later; where that month is shorter, its last day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const index = year * 12 + (month - 1) + months
  const y = Math.floor(index / 12)
  const m = (index % 12) + 1
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return `${pad(y, 4)}-${pad(m, 2)}-${pad(Math.min(date, last), 2)}`
}

/** The first day of the month after. */
export const nextMonthStart = (day: string): string => `${addMonths(`${day.slice(0, 7)}-01`, 1)}`

/** A day of the next calendar year by month and day, "04-30". */
export const nextYear = (day: string, monthDay: string): string => `${pad(yearOf(day) + 1, 4)}-${monthDay}`

import { legalDayText, utcOf } from './days.ts'

/** Public holidays and make-up working days of the years that are loaded (`calendar.working_days`). */
export interface Calendar {
  /** Undefined: nobody has said which days of that year are holidays. */
  isWorkingDay(day: string): boolean | undefined
}

interface CalendarData {
  readonly off: readonly string[]
  readonly work: readonly string[]
}

/** @param yearOf the calendar in force on a day; undefined where none is loaded */
export function calendarOf(yearOf: (day: string) => unknown): Calendar {
  const read = new Map<unknown, { readonly off: ReadonlySet<string>; readonly work: ReadonlySet<string> }>()
  return {
    isWorkingDay(day) {
      const data = yearOf(day) as CalendarData | undefined
      if (data === undefined) return undefined
      let year = read.get(data)
      if (!year) {
        year = { off: new Set(data.off.flatMap(daysOf)), work: new Set(data.work) }
        read.set(data, year)
      }
      if (year.work.has(day)) return true
      return !year.off.has(day) && !isWeekend(day)
    },
  }
}

/** `2026-02-15/2026-02-23` as its days, both ends among them. */
function daysOf(range: string): string[] {
  const [first = '', last = first] = range.split('/')
  const days: string[] = []
  for (let at = utcOf(first); at <= utcOf(last); at += 86_400_000) days.push(legalDayText(at))
  return days
}

function isWeekend(day: string): boolean {
  const weekday = new Date(utcOf(day)).getUTCDay()
  return weekday === 0 || weekday === 6
}

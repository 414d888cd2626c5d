import type { WorkingDays } from './waiting.ts'

const DAY = 86_400_000
/** Farther ahead nobody counts days. */
const FAR = 400

/**
 * Working days from a day to the last day of something, with that and without the first: 0 on the day itself, below zero
 * when it is over. Undefined where the holidays between are not known, or it is far off.
 */
export function workingDaysTo(days: WorkingDays, today: string, due: string): number | undefined {
  const [first, last] = today <= due ? [today, due] : [due, today]
  let count = 0
  let steps = 0
  for (let at = Date.parse(first) + DAY; at <= Date.parse(last); at += DAY) {
    const isWorked = days.isWorkingDay(new Date(at).toISOString().slice(0, 10))
    if (isWorked === undefined || ++steps > FAR) return undefined
    if (isWorked) count++
  }
  return today <= due ? count : -count
}

const shape = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant as day and time in Shanghai: "2026-11-23 16:05". */
export function dayAndTime(instant: string): string {
  return shape.format(new Date(instant))
}

/** The same to the second: "2026-11-23 16:05:07". */
export const secondsOf = (instant: string): string => preciseTime(instant).slice(0, 19)

const precise = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
})

/** An instant to its thousandth of a second, in Shanghai: "2026-11-23 16:05:07.120". */
export function preciseTime(instant: string): string {
  return precise.format(new Date(instant)).replace(',', '.')
}

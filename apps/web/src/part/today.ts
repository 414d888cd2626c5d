const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** The legal day of an instant in Shanghai, ISO: "2026-11-23". */
export function dayOf(instant: number | string): string {
  return day.format(new Date(instant))
}

/** The last moment of a legal day in Shanghai (UTC+8 without summer time), as an instant. */
export function endOfDay(isoDay: string): string {
  return new Date(Date.parse(`${isoDay}T23:59:59.999+08:00`)).toISOString()
}

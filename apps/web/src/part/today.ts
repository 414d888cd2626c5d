const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** The legal day of an instant in Shanghai, ISO: "2026-11-23". */
export function dayOf(instant: number | string): string {
  return day.format(new Date(instant))
}

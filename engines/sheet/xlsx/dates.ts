const DAY_MS = 86_400_000

/** Epochs of serial days: ECMA-376 part 1 §18.17.4.1. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/** Last serial of 9999-12-31 in either system. */
const LAST = { false: 2_958_465, true: 2_957_003 }

const iso = (ms: number) => {
  const text = new Date(ms).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}

/**
 * A serial day as ISO day (with time of day to the second where there is one); undefined outside the calendar.
 * Serial 60 of the 1900 system is 29 February 1900, a day that never was: the system keeps an old error of
 * another program, so serials before it count from one day later.
 */
export function isoOfSerial(serial: number, date1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST[`${date1904}`] + 1) return undefined
  const ms = Math.round(serial * 86_400) * 1000
  if (date1904) return iso(EPOCH_1904 + ms)
  const day = Math.floor(serial)
  if (day === 0 || day === 60) return undefined
  return iso(EPOCH_1900 + ms + (day < 60 ? DAY_MS : 0))
}

/** The serial of an ISO day in the 1900 system; undefined for a day that is none, or is before March 1900. */
export function serialOfIso(day: string): number | undefined {
  const ms = Date.parse(`${day}T00:00:00.000Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day)
    return undefined
  const serial = (ms - EPOCH_1900) / DAY_MS
  return serial > 60 ? serial : undefined
}

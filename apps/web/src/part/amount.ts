/** Decimal texts as the server sends them ("-12345.60"): grouped, compared and subtracted without rounding. */
const minus = '\u2212'

/** "12345.60" → "12,345.60"; a true minus sign, so that it does not break from its number. */
export function grouped(amount: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? []
  if (whole === '') return amount
  return (sign ? minus : '') + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction
}

/** The amount in hundredths; more decimals are cut, as amounts of money have two. */
export function cents(amount: string): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? []
  const value = BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'))
  return sign ? -value : value
}

export function fromCents(value: bigint): string {
  const size = value < 0n ? -value : value
  return `${value < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

/** a − b, exactly. */
export function difference(a: string, b: string): string {
  return fromCents(cents(a) - cents(b))
}

export function isZero(amount: string): boolean {
  return cents(amount) === 0n
}

/** How much of `whole` is taken, in percent from 0 to 100; for the length of a bar only. */
export function share(part: string, whole: string): number {
  const all = cents(whole)
  if (all <= 0n) return 0
  const permille = Number((cents(part) * 1000n) / all)
  return Math.min(100, Math.max(0, permille / 10))
}

/** A share as percent, exactly: "0.0821" → "8.21%", "0.13" → "13%". */
export function percent(rate: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(rate) ?? []
  if (whole === '') return rate
  const padded = fraction.padEnd(2, '0')
  const digits = (whole + padded.slice(0, 2)).replace(/^0+(?=\d)/, '')
  const rest = padded.slice(2).replace(/0+$/, '')
  return `${sign ? minus : ''}${digits}${rest ? `.${rest}` : ''}%`
}

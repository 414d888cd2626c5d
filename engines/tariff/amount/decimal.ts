/** A non-negative decimal as an exact scaled integer: `m / 10^s`. */
export interface Decimal {
  readonly m: number
  readonly s: number
}

/** More digits than this are refused, so that a mantissa always stays a safe integer. */
const MAX_DIGITS = 15

export const POWERS: readonly number[] = Array.from({ length: 16 }, (_, i) => 10 ** i)

/**
 * Reads "4210", "0.13", "1200.50" without passing through floating point. Undefined for anything else: a sign,
 * grouping, an exponent, no digits, more than 15 digits.
 */
export function parseDecimal(text: string): Decimal | undefined {
  let m = 0
  let s = -1
  let digits = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c >= 48 && c <= 57) {
      m = m * 10 + (c - 48)
      if (m !== 0 || s >= 0) digits++
      if (s >= 0) s++
    } else if (c === 46 && s < 0 && i > 0) s = 0
    else return undefined
  }
  if (text.length === 0 || s === 0 || digits > MAX_DIGITS) return undefined
  return { m, s: s < 0 ? 0 : s }
}

/** The decimal's text, without superfluous zeros. */
export function decimalText(value: Decimal): string {
  const digits = String(value.m).padStart(value.s + 1, '0')
  if (value.s === 0) return digits
  const text = `${digits.slice(0, -value.s)}.${digits.slice(-value.s)}`
  return text.replace(/\.?0+$/, '')
}

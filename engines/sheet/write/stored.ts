import { plainDecimal } from '../xlsx/decimal.ts'

/** Trailing zeros aside, the same number: only then may a double stand for what was written. */
const normal = (text: string) => {
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.')
  const digits = fraction.replace(/0+$/, '')
  return sign + (whole.replace(/^0+(?=\d)/, '') || '0') + (digits && `.${digits}`)
}

/** A plain decimal as a double's shortest form, where a double holds it exactly; else undefined. */
export function exactNumber(decimal: string): string | undefined {
  const plain = plainDecimal(decimal)
  return plain !== undefined && plain === normal(decimal) ? plain : undefined
}

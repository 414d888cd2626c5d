import { bad, good, type Parsed, type Raw, type Reader } from './value.ts'

const CANONICAL = /^(0|[1-9]\d*)(\.\d+)?$/
const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)$/
/** Digits that the engine takes: a mantissa stays a safe integer. */
const MAX_DIGITS = 15

/** Full-width digits and signs are what an input method leaves behind: they mean the same. */
const narrow = (text: string) =>
  text.normalize('NFKC').replace(/[\s\u2212]/g, found => (found === '\u2212' ? '-' : ''))

function notPlain(raw: Raw, text: string, example: string): Parsed {
  if (/^[+-]?\d[\d.]*%$/.test(text)) return bad('input.percent', raw)
  if (/^[+-]?[\d.,]*\d,\d[\d.,]*$/.test(text)) return bad('input.number_grouping', raw)
  return bad('input.not_a_number', raw, { example })
}

/** Without sign and needless zeros in front; the zeros behind the point stay as written. */
function canonical(text: string): string {
  if (CANONICAL.test(text)) return text
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.')
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  return fraction === '' ? digits : `${digits}.${fraction}`
}

function digitsOf(text: string): number {
  const [whole = '', fraction = ''] = text.split('.')
  return (whole === '0' ? 0 : whole.length) + fraction.length
}

/** A plain decimal as written, without sign. */
export const readDecimal: Reader = (raw, field) => {
  if (raw.kind === 'date' || raw.kind === 'boolean')
    return bad('input.not_a_number', raw, { example: field.example })
  const text = CANONICAL.test(raw.text) ? raw.text : narrow(raw.text)
  if (!PLAIN.test(text)) return notPlain(raw, text, field.example)
  const value = canonical(text)
  const zero = !/[1-9]/.test(value)
  if (field.positive && (zero || text.startsWith('-'))) return bad('input.not_positive', raw)
  if (text.startsWith('-') && !zero) return bad('input.negative', raw)
  if (digitsOf(value) > MAX_DIGITS) return bad('input.too_many_digits', raw, { limit: MAX_DIGITS })
  return good(value)
}

export const readInteger: Reader = (raw, field, tables) => {
  const read = readDecimal(raw, field, tables)
  if ('fault' in read) return read
  return /^\d+$/.test(String(read.value)) ? read : bad('input.not_an_integer', raw)
}

/** A fraction: whoever writes 13 means 13 %, and must say so. */
export const readRate: Reader = (raw, field, tables) => {
  const read = readDecimal(raw, field, tables)
  if ('fault' in read) return read
  return Number(read.value) > 1 ? bad('input.rate_over_one', raw) : read
}

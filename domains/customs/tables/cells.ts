/** A non-negative decimal as text, without sign, grouping or exponent: "4210", "0.13". */
export type DecimalText = string

/**
 * A non-negative decimal in its shortest writing: "0.0650" → "0.065", "0.0" → "0". Undefined for anything
 * else (sign, per cent, grouping, exponent).
 */
export const decimalText = (text: string): DecimalText | undefined => {
  if (!/^\d{1,15}(\.\d{1,12})?$/.test(text)) return undefined
  const [whole = '', part = ''] = text.split('.')
  const left = whole.replace(/^0+(?=\d)/, '')
  const right = part.replace(/0+$/, '')
  return right === '' ? left : `${left}.${right}`
}

/** A decimal below 1, as a rate that is a share of a value must be: 13 for 13 % is a mistake of scale. */
export const isFraction = (decimal: DecimalText): boolean => decimal.startsWith('0')

/** An ISO day that exists in the calendar. */
export const isDay = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}

/** The error texts that spreadsheet programs leave in a cell ("#N/A", "#REF!"). */
export const isSpreadsheetError = (text: string): boolean =>
  /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(text)

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/

/** Moves the point of "d.ddde±x" so that no exponent is left. */
function withoutExponent(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e')
  const negative = mantissa.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? mantissa.slice(1) : mantissa).split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  const plain =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : point >= digits.length
        ? digits + '0'.repeat(point - digits.length)
        : `${digits.slice(0, point)}.${digits.slice(point)}`
  return negative ? `-${plain}` : plain
}

/**
 * Whether a decimal already is the shortest: up to 15 significant digits always come back from a double
 * (DBL_DIG), so one without needless zeros has no shorter form. Most cells pass here, at a tenth of the cost.
 */
function isShortest(raw: string): boolean {
  const length = raw.length
  if (length === 0 || length > 15) return false
  let point = -1
  for (let at = 0; at < length; at++) {
    const code = raw.charCodeAt(at)
    if (code === 46 && point < 0) point = at
    else if (code < 48 || code > 57) return false
  }
  if (point === 0 || point === length - 1) return false
  if (raw.charCodeAt(0) === 48 && length > 1 && point !== 1) return false
  // "0.0000001" is left to the long way, like all numbers that a double prints with an exponent.
  return point < 0 || (raw.charCodeAt(length - 1) !== 48 && !raw.startsWith('0.0'))
}

/**
 * The shortest plain decimal that gives the same double as `raw`: a workbook stores 4.35 as
 * "4.3499999999999996". Undefined where `raw` is no finite number.
 */
export function plainDecimal(raw: string): string | undefined {
  if (isShortest(raw)) return raw
  if (!NUMBER.test(raw)) return undefined
  const value = Number(raw)
  if (!Number.isFinite(value)) return undefined
  if (value === 0) return '0'
  const text = String(value)
  return text.includes('e') ? withoutExponent(text) : text
}

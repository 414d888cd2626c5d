import { type FaultCode, shown, type ValueFault } from '../fault.ts'
import type { Kind } from '../kind.ts'

const DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/

/**
 * A decimal number of at most `digits` digits, at most `scale` of them after the point: N16,2 in the counters'
 * tables. It stays the text that it is: `100.00` and `100` are two values of one number.
 */
export function decimal(
  digits: number,
  scale: number,
  { signed = false }: { readonly signed?: boolean } = {},
): Kind {
  return {
    format: scale === 0 ? `N..${digits}` : `N${digits},${scale}`,
    check: found => checkDecimal(found, digits, scale, signed),
    sample(pick) {
      let whole = String(1 + pick(9))
      for (let n = pick(digits - scale); n > 0; n--) whole += pick(10)
      if (digits === scale || pick(5) === 0) whole = '0'
      let after = ''
      for (let n = pick(scale + 1); n > 0; n--) after += pick(10)
      return after === '' ? whole : `${whole}.${after}`
    },
    wrong: wrongDecimals(digits, scale, signed),
  }
}

/** A whole number of at most `digits` digits. */
export const integer = (digits: number): Kind => decimal(digits, 0)

function checkDecimal(found: string, digits: number, scale: number, signed: boolean): ValueFault | undefined {
  const parts = DECIMAL.exec(found)
  const format = scale === 0 ? `N..${digits}` : `N${digits},${scale}`
  const params = { found: shown(found), expected: format }
  if (!parts) return { code: 'message.not_a_number', params }
  const [, sign, whole = '', after = ''] = parts
  if (sign === '-' && !signed) return { code: 'message.negative', params }
  if (after.length > scale) return { code: 'message.too_many_decimals', params }
  if (whole.length > digits - scale) return { code: 'message.too_many_digits', params }
  return undefined
}

function wrongDecimals(digits: number, scale: number, signed: boolean): Kind['wrong'] {
  const wrong: { text: string; code: FaultCode }[] = [
    { text: 'x', code: 'message.not_a_number' },
    { text: '1,000', code: 'message.not_a_number' },
    { text: '1e3', code: 'message.not_a_number' },
    { text: '01', code: 'message.not_a_number' },
    { text: ' 1', code: 'message.not_a_number' },
    { text: '1'.repeat(digits - scale + 1), code: 'message.too_many_digits' },
    { text: `0.${'1'.repeat(scale + 1)}`, code: 'message.too_many_decimals' },
  ]
  return signed ? wrong : [...wrong, { text: '-1', code: 'message.negative' }]
}

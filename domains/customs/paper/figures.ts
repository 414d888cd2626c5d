import type { Decimal } from '../declaration/form/decimal.ts'
import { plain, rounded } from '../declaration/form/decimal.ts'

/* Amounts and quantities as papers show them. */

/** "1,234.5": groups of three, the digits behind the point as they are. */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? groups : `${groups}.${fraction}`
}

/** Two digits behind the point. */
export function money(value: Decimal): string {
  const [whole = '0', fraction = ''] = plain(rounded(value, 2)).split('.')
  return `${grouped(whole)}.${fraction.padEnd(2, '0')}`
}

/** A name of somebody else's as a stranger with the code may see it: its beginning. */
export function maskedName(name: string): string {
  const chars = [...name.trim()]
  return chars.length === 0 ? '' : `${chars.slice(0, chars.length > 4 ? 2 : 1).join('')}***`
}

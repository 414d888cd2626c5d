/** Largest amount that the ledger takes: 2^63−1. */
const MOST = 0x7fff_ffff_ffff_ffffn

/** Why a text is no quantity of goods. */
export type QuantityFault = 'not_positive' | 'too_fine' | 'too_large'

/** A quantity as people write it: up to 15 digits, decimals after a point. What it may be is judged by its unit. */
export const QUANTITY_PATTERN = '^-?\\d{1,15}(\\.\\d{1,9})?$'

/**
 * Reads a quantity exactly: "2.5" of a unit with three decimals is 2500 of its smallest pieces.
 * @param scale decimals that the unit has
 * @param least 1n: something must be there; 0n: nothing is an answer too (a count)
 */
export function parseQuantity(text: string, scale: number, least: 0n | 1n = 1n): bigint | QuantityFault {
  const [whole = '', decimals = ''] = text.split('.')
  const significant = decimals.replace(/0+$/, '')
  if (significant.length > scale) return text.startsWith('-') ? 'not_positive' : 'too_fine'
  const amount = BigInt(whole + significant.padEnd(scale, '0'))
  if (amount < least || text.startsWith('-')) return 'not_positive'
  return amount > MOST ? 'too_large' : amount
}

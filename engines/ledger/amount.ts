/**
 * An amount in its unit as a decimal: 12345 pieces of a unit of scale 2 are "123.45", exactly.
 * @param amount in the smallest piece
 * @param scale decimal places of one whole
 */
export function inUnit(amount: bigint, scale: number): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(scale + 1, '0')
  const sign = amount < 0n ? '-' : ''
  const whole = digits.slice(0, digits.length - scale)
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`
}

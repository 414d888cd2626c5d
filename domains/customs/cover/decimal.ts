/** A decimal as whole pieces of 10^-scale; undefined where it has more decimals than that, or is no decimal. */
export function pieces(text: string, scale: number): bigint | undefined {
  const [, whole, fraction = ''] = /^(\d{1,14})(?:\.(\d{0,9}))?$/.exec(text) ?? []
  if (whole === undefined) return undefined
  const digits = fraction.replace(/0+$/, '')
  return digits.length > scale ? undefined : BigInt(whole + digits.padEnd(scale, '0'))
}

/** Pieces as people write them: no more digits behind the point than are needed. */
export function inWhole(amount: bigint, scale: number): string {
  const sign = amount < 0n ? '-' : ''
  const digits = (amount < 0n ? -amount : amount).toString().padStart(scale + 1, '0')
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${sign}${digits.slice(0, digits.length - scale)}${fraction === '' ? '' : `.${fraction}`}`
}

/** Cents, shown with both of their digits. */
export const yuan = (cents: bigint): string => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

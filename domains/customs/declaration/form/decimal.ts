/* Exact decimals: quantities, prices and weights never pass through floating point. */

/** `units` of 10 to the power of -`scale`. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

/** @param text without sign, grouping or exponent */
export function decimal(text: string): Decimal {
  const [whole = '0', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), scale: fraction.length }
}

export const ofCents = (cents: number): Decimal => ({ units: BigInt(cents), scale: 2 })

export function sum(values: readonly Decimal[]): Decimal {
  const scale = Math.max(0, ...values.map(value => value.scale))
  return { units: values.reduce((total, value) => total + scaled(value, scale), 0n), scale }
}

export function less(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: scaled(a, scale) - scaled(b, scale), scale }
}

export const times = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
})

/** Half up, of a value that is not negative. */
export function rounded(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return { units: scaled(value, scale), scale }
  const divisor = 10n ** BigInt(value.scale - scale)
  return { units: (value.units * 2n + divisor) / (divisor * 2n), scale }
}

/** The part of a value that `share` of `whole` has, rounded half up. */
export function partOf(value: Decimal, share: Decimal, whole: Decimal, scale: number): Decimal {
  const top = scaled(share, Math.max(share.scale, whole.scale))
  const bottom = scaled(whole, Math.max(share.scale, whole.scale))
  if (bottom === 0n) return { units: 0n, scale }
  const exact = value.units * top * 10n ** BigInt(scale)
  const divisor = bottom * 10n ** BigInt(value.scale)
  return { units: (exact * 2n + divisor) / (divisor * 2n), scale }
}

/** a / b, rounded half up. */
export function quotient(a: Decimal, b: Decimal, scale: number): Decimal {
  return partOf(a, { units: 1n, scale: 0 }, b, scale)
}

export const isSame = (a: Decimal, b: Decimal): boolean => less(a, b).units === 0n

/** As it is written in a message: no more digits behind the point than it needs, and no sign. */
export function plain({ units, scale }: Decimal): string {
  const digits = units.toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return fraction === '' ? whole : `${whole}.${fraction}`
}

const scaled = ({ units, scale }: Decimal, to: number): bigint => units * 10n ** BigInt(to - scale)

/**
 * Exact arithmetic on cents. Products stay plain numbers while they are safe and go through BigInt where they
 * are not; every rounding is half up, and every operand is non-negative.
 */
const SAFE = 2 ** 52

/** a × n / d, rounded half up. */
export function mulDiv(a: number, n: number, d: number): number {
  const product = a * n
  return product <= SAFE && d <= SAFE ? divRound(product, d) : bigMulDiv(a, n, d)
}

/** p / d, rounded half up; both at most 2^52. */
function divRound(p: number, d: number): number {
  // The quotient of doubles can be off by one unit; the remainder tells and mends it.
  let q = Math.floor(p / d)
  let r = p - q * d
  if (r < 0) {
    q--
    r += d
  } else if (r >= d) {
    q++
    r -= d
  }
  return r * 2 >= d ? q + 1 : q
}

function bigMulDiv(a: number, n: number, d: number): number {
  return Number(bigDivRound(BigInt(a) * BigInt(n), BigInt(d)))
}

/** p / d, rounded half up. */
export function bigDivRound(p: bigint, d: bigint): bigint {
  return (2n * p + d) / (2n * d)
}

/** a × b × c / 10^scale, rounded half up; for quantity × price × rate. */
export function scaledProduct(a: number, b: number, c: number, scale: number): number {
  const ab = a * b
  const product = ab * c
  if (product <= SAFE && scale <= 15)
    return scale <= 0 ? product * 10 ** -scale : divRound(product, 10 ** scale)
  const exact = BigInt(a) * BigInt(b) * BigInt(c)
  return Number(scale <= 0 ? exact * 10n ** BigInt(-scale) : bigDivRound(exact, 10n ** BigInt(scale)))
}

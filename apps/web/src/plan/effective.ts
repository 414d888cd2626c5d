import { cents } from '../part/amount.ts'

/**
 * What an amount comes to of a base, in percent with two decimals, half up: "9.10%". It describes the result;
 * the rates that made it stand in the rules. Undefined where there is no base or nothing to describe.
 */
export function effectiveShare(amount: string, base: string): string | undefined {
  const whole = cents(base)
  const part = cents(amount)
  if (whole <= 0n || part <= 0n) return undefined
  const hundredths = (part * 20_000n + whole) / (whole * 2n)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`
}

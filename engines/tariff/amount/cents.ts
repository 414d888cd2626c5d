import { parseDecimal } from './decimal.ts'

/** "1200.50" → 120050; undefined where the text is no decimal or is finer than a cent. */
export function parseCents(text: string): number | undefined {
  const decimal = parseDecimal(text)
  if (decimal === undefined) return undefined
  if (decimal.s <= 2) return decimal.m * 10 ** (2 - decimal.s)
  const unit = 10 ** (decimal.s - 2)
  return decimal.m % unit === 0 ? decimal.m / unit : undefined
}

/** 120050 → "1200.50"; a negative amount keeps its sign. */
export function formatCents(cents: number): string {
  const size = cents < 0 ? -cents : cents
  const whole = Math.floor(size / 100)
  const rest = size - whole * 100
  return `${cents < 0 ? '-' : ''}${whole}.${rest < 10 ? '0' : ''}${rest}`
}

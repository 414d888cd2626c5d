/** Decimals of every amount, weight and quantity in the counter's sums. */
const PLACES = 5

/** A decimal text as a whole number of hundred-thousandths; an absent one is 0. The form was checked before. */
export function units(text: string | undefined): bigint {
  if (!text) return 0n
  const [whole = '', part = ''] = text.split('.')
  return BigInt(whole + part.slice(0, PLACES).padEnd(PLACES, '0'))
}

/** Hundred-thousandths as a decimal text with at least two decimals. */
export function decimal(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, '0')
  const part = digits.slice(-PLACES).replace(/0{1,3}$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${part}`
}

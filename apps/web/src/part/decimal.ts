/** Exact decimals as texts ("12.500"): compared and subtracted by their digits, of any number of decimals. */
interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

const shape = /^(-?)(\d+)(?:\.(\d+))?$/

function read(text: string): Decimal {
  const [, sign = '', whole = '0', fraction = ''] = shape.exec(text.trim()) ?? []
  const digits = BigInt(whole + fraction)
  return { digits: sign ? -digits : digits, scale: fraction.length }
}

function write({ digits, scale }: Decimal): string {
  const size = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  const whole = size.slice(0, size.length - scale)
  return `${digits < 0n ? '-' : ''}${whole}${scale > 0 ? `.${size.slice(-scale)}` : ''}`
}

const at = ({ digits, scale }: Decimal, wanted: number) => digits * 10n ** BigInt(wanted - scale)

/** a − b − …, with as many decimals as the finest of them. */
export function minus(a: string, ...others: readonly string[]): string {
  const all = [a, ...others].map(read)
  const scale = Math.max(...all.map(each => each.scale))
  const [first = 0n, ...rest] = all.map(each => at(each, scale))
  return write({ digits: rest.reduce((left, each) => left - each, first), scale })
}

/** Whether a text is a number above zero. */
export function isPositive(text: string): boolean {
  return shape.test(text.trim()) && read(text).digits > 0n
}

/** −1, 0 or 1: the number's sign. */
export function signOf(text: string): -1 | 0 | 1 {
  const { digits } = read(text)
  return digits < 0n ? -1 : digits > 0n ? 1 : 0
}

/** A whole number of smallest pieces as a decimal: "12345" of scale 2 is "123.45". */
export function inUnit(pieces: string | bigint, scale: number): string {
  return write({ digits: BigInt(pieces), scale })
}

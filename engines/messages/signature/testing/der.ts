/** Just enough of DER (X.690) to write a certificate for a test. */

const tagged = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const n = content.length
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

export const sequence = (...parts: Uint8Array[]) => tagged(0x30, ...parts)
export const set = (...parts: Uint8Array[]) => tagged(0x31, ...parts)
export const explicit = (n: number, ...parts: Uint8Array[]) => tagged(0xa0 + n, ...parts)
export const bits = (bytes: Uint8Array) => tagged(0x03, Buffer.from([0]), bytes)
export const utf8 = (text: string) => tagged(0x0c, Buffer.from(text, 'utf8'))
export const nothing = () => tagged(0x05)

/** Of big-endian bytes in hex; a leading one bit gets its zero byte. */
export function integer(hex: string): Buffer {
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
  return tagged(0x02, ...(bytes[0]! > 127 ? [Buffer.from([0])] : []), bytes)
}

/** `2.5.4.3` */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const base128 = (n: number): number[] => {
    const out = [n & 127]
    for (let left = n >> 7; left > 0; left >>= 7) out.unshift((left & 127) | 128)
    return out
  }
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** GeneralizedTime: `20300101000000Z`. */
export const generalizedTime = (text: string) => tagged(0x18, Buffer.from(text, 'ascii'))

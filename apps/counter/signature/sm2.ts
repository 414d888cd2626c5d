import { createHash } from 'node:crypto'

/**
 * Verification of SM2 signatures with SM3 (GB/T 32918.2-2016 §7) on the recommended curve (GB/T 32918.5-2017),
 * written out here: Node's own `verify('sm3', …)` over this curve is ECDSA. A few milliseconds each.
 */
const hex = (text: string) => BigInt(`0x${text}`)
const p = hex('FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF')
const a = p - 3n
const b = hex('28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93')
const n = hex('FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123')
const gx = hex('32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7')
const gy = hex('BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0')

/** Jacobian coordinates; z = 0 is the point at infinity. */
type Point = readonly [x: bigint, y: bigint, z: bigint]
const infinity: Point = [1n, 1n, 0n]

const mod = (value: bigint, by = p) => {
  const rest = value % by
  return rest < 0n ? rest + by : rest
}

function doubled([x, y, z]: Point): Point {
  if (z === 0n || y === 0n) return infinity
  const yy = mod(y * y)
  const s = mod(4n * x * yy)
  const zz = mod(z * z)
  const m = mod(3n * (x - zz) * (x + zz)) // a = −3
  const x3 = mod(m * m - 2n * s)
  return [x3, mod(m * (s - x3) - 8n * yy * yy), mod(2n * y * z)]
}

function sum(one: Point, other: Point): Point {
  const [x1, y1, z1] = one
  const [x2, y2, z2] = other
  if (z1 === 0n) return other
  if (z2 === 0n) return one
  const z1z1 = mod(z1 * z1)
  const z2z2 = mod(z2 * z2)
  const u1 = mod(x1 * z2z2)
  const s1 = mod(y1 * z2 * z2z2)
  const h = mod(x2 * z1z1 - u1)
  const r = mod(y2 * z1 * z1z1 - s1)
  if (h === 0n) return r === 0n ? doubled(one) : infinity
  const hh = mod(h * h)
  const hhh = mod(h * hh)
  const v = mod(u1 * hh)
  const x3 = mod(r * r - hhh - 2n * v)
  return [x3, mod(r * (v - x3) - s1 * hhh), mod(h * z1 * z2)]
}

/** i·G + j·P, both at once. */
function combined(i: bigint, j: bigint, point: Point): Point {
  const g: Point = [gx, gy, 1n]
  const both = sum(g, point)
  let result = infinity
  for (let bit = 255n; bit >= 0n; bit--) {
    result = doubled(result)
    const [ofG, ofP] = [(i >> bit) & 1n, (j >> bit) & 1n]
    if (ofG && ofP) result = sum(result, both)
    else if (ofG) result = sum(result, g)
    else if (ofP) result = sum(result, point)
  }
  return result
}

function inverse(value: bigint): bigint {
  let [low, high, x, y] = [mod(value), p, 1n, 0n]
  while (low > 1n) {
    const q = high / low
    ;[high, low] = [low, high - q * low]
    ;[y, x] = [x, y - q * x]
  }
  return mod(x)
}

const bytes = (value: bigint) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
const sm3 = (...parts: Uint8Array[]) => {
  const hash = createHash('sm3')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/**
 * @param point x ‖ y of the public key, 64 bytes
 * @param signature r ‖ s, 64 bytes
 * @param id of the signer; GB/T 35276 fixes 1234567812345678 where nothing else is agreed
 */
export function sm2Verifies(
  point: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
  id = '1234567812345678',
): boolean {
  if (point.length !== 64 || signature.length !== 64) return false
  const [x, y, r, s] = [
    [point, 0],
    [point, 32],
    [signature, 0],
    [signature, 32],
  ].map(([from, at]) =>
    hex(Buffer.from((from as Uint8Array).subarray(at as number, (at as number) + 32)).toString('hex')),
  ) as [bigint, bigint, bigint, bigint]
  if (x >= p || y >= p || mod(y * y - (x * x * x + a * x + b)) !== 0n) return false
  if (r < 1n || r >= n || s < 1n || s >= n) return false
  const t = mod(r + s, n)
  if (t === 0n) return false
  const length = Buffer.alloc(2)
  length.writeUInt16BE(id.length * 8)
  const z = sm3(length, Buffer.from(id), ...[a, b, gx, gy, x, y].map(bytes))
  const e = hex(sm3(z, message).toString('hex'))
  const [px, , pz] = combined(s, t, [x, y, 1n])
  if (pz === 0n) return false
  const x1 = mod(px * inverse(mod(pz * pz)))
  return mod(e + x1, n) === r
}

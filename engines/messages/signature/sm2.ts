import { createHash } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'

/**
 * SM2 with SM3 (GB/T 32918.2-2016). Node's own `sign('sm3', …)` over this curve is ECDSA and no SM2 signature, so the
 * curve is sm-crypto-v2's; SM3 is Node's.
 */

/** The signer's id that GB/T 35276 fixes where parties agree on no other; OpenSSL takes it as `distid`. */
export const signerId = '1234567812345678'

/** Order of the group, GB/T 32918.5-2017 §A. */
const order = BigInt('0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123')

export interface Sm2Options {
  /** Z of the signer, from `identityDigest`; saves its calculation for every signature. */
  readonly identity?: Uint8Array
  /** A random number and the x of its point, for the standard's own vector only. */
  readonly unsafePoint?: { readonly k: bigint; readonly x1: bigint }
}

/** Z: the digest of the signer's id, the curve and the public key (GB/T 32918.2 §5.5). 32 bytes. */
export function identityDigest(publicPoint: string, id = signerId): Uint8Array {
  return sm2.getZ(publicPoint, id)
}

/** e = SM3(Z ‖ M) (GB/T 32918.2 §6.1). */
export function messageDigest(identity: Uint8Array, message: Uint8Array): Buffer {
  return createHash('sm3').update(identity).update(message).digest()
}

/** @param privateKey 32 bytes @returns r ‖ s, 64 bytes */
export function sm2Sign(
  privateKey: Uint8Array,
  publicPoint: string,
  message: Uint8Array,
  options: Sm2Options = {},
): Buffer {
  const e = messageDigest(options.identity ?? identityDigest(publicPoint), message)
  const pool = options.unsafePoint ? { pointPool: [options.unsafePoint] } : {}
  return Buffer.from(
    sm2.doSignature(e, Buffer.from(privateKey).toString('hex'), { hash: false, ...pool }),
    'hex',
  )
}

/**
 * @param publicPoint the uncompressed point, 04 ‖ x ‖ y in hex
 * @param signature r ‖ s, 64 bytes; any other length is no signature
 */
export function sm2Verify(publicPoint: string, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false
  const hex = Buffer.from(signature).toString('hex')
  // GB/T 32918.2 §7.1 B1, B2: the library does not look at the bounds.
  if (![hex.slice(0, 64), hex.slice(64)].every(isScalar)) return false
  try {
    const e = messageDigest(identityDigest(publicPoint), message)
    return sm2.doVerifySignature(e, hex, publicPoint, { hash: false })
  } catch {
    // A point that is not on the curve.
    return false
  }
}

function isScalar(hex: string): boolean {
  const value = BigInt(`0x${hex}`)
  return value > 0n && value < order
}

/** The public point that belongs to a private key of 32 bytes: 04 ‖ x ‖ y in hex. */
export function sm2PublicPoint(privateKey: Uint8Array): string {
  return sm2.getPublicKeyFromPrivateKey(Buffer.from(privateKey).toString('hex'))
}

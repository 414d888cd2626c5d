import { createHash, createHmac } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { sm3 } from '../crypto/index.ts'

/** Signs block texts. The key may lie in a file (demonstration) or in a hardware module behind this port. */
export interface Signer {
  /** First 16 hex characters of the SM3 of the public key. */
  readonly keyId: string
  /** SubjectPublicKeyInfo in PEM, as OpenSSL reads it. */
  readonly publicKeyPem: string
  /** SM2 with SM3 (GB/T 32918, signer's id 1234567812345678), DER in hex. A file's key signs a text always the same. */
  sign(text: string): string
}

/** The signer's id that GB/T 32918 proposes; OpenSSL takes it as `distid`. */
export const SIGNER_ID = '1234567812345678'

/** SubjectPublicKeyInfo before the point: ecPublicKey on sm2p256v1 (1.2.156.10197.1.301). */
const SPKI = '3059301306072a8648ce3d020106082a811ccf5501822d034200'

/** A new private key, 32 bytes. */
export function newSigningKey(): Uint8Array {
  return Buffer.from(sm2.generateKeyPairHex().privateKey, 'hex')
}

export function fileSigner(privateKey: Uint8Array): Signer {
  const secret = Buffer.from(privateKey).toString('hex')
  const point = sm2.getPublicKeyFromPrivateKey(secret)
  const signerDigest = sm2.getZ(point, SIGNER_ID)
  return {
    keyId: sm3(Buffer.from(point, 'hex')).slice(0, 16),
    publicKeyPem: pem(point),
    sign(text) {
      const digest = digestOf(signerDigest, text)
      return sm2.doSignature(digest, secret, { der: true, pointPool: [pointFor(privateKey, digest)] })
    },
  }
}

/** Order of the group, GB/T 32918.5-2017 §A. */
const ORDER = BigInt('0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123')

/**
 * The secret number of a signature, drawn from the key and what is signed instead of from chance (as RFC 6979 does): the
 * same text has the same signature, and no weak source of chance can give the key away.
 */
function pointFor(privateKey: Uint8Array, digest: Uint8Array): { k: bigint; x1: bigint } {
  for (let n = 0; ; n++) {
    const drawn = createHmac('sm3', privateKey).update(digest).update(`tongqu ${n}`).digest('hex')
    const k = BigInt(`0x${drawn}`)
    if (k === 0n || k >= ORDER) continue
    return { k, x1: BigInt(`0x${sm2.getPublicKeyFromPrivateKey(drawn).slice(2, 66)}`) }
  }
}

/** Whether the signature is that key's over that text. */
export function verifySignature(publicKeyPem: string, text: string, signature: string): boolean {
  const der = Buffer.from(publicKeyPem.replace(/-----[^-]+-----|\s/g, ''), 'base64').toString('hex')
  const point = der.slice(SPKI.length)
  try {
    const digest = digestOf(sm2.getZ(point, SIGNER_ID), text)
    return sm2.doVerifySignature(digest, signature, point, { der: true })
  } catch {
    // What is no signature at all is not this key's over that text.
    return false
  }
}

/** What SM2 signs: the SM3 of the signer's digest Z and the text; a block's text is long, and OpenSSL is quick. */
function digestOf(signerDigest: Uint8Array, text: string): Buffer {
  return createHash('sm3').update(signerDigest).update(text, 'utf8').digest()
}

function pem(point: string): string {
  const lines = Buffer.from(SPKI + point, 'hex')
    .toString('base64')
    .match(/.{1,64}/g)!
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`
}

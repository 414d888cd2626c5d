import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

export { type CertificateOf, selfSignedCertificate } from './certificate.ts'
export { secret } from './secrets.ts'

/** SM3 (GB/T 32905) of a text or bytes, lower-case hex, 64 characters. */
export function sm3(content: string | Uint8Array): string {
  return hash('sm3', content, 'hex')
}

/** HMAC-SM3: finds a secret value again without holding it. */
export function keyedHash(key: Uint8Array, text: string): Buffer {
  return createHmac('sm3', key).update(text, 'utf8').digest()
}

/**
 * SM4-CTR with an HMAC-SM3 tag over nonce and cipher text (encrypt-then-MAC).
 * Layout: 16 bytes nonce, cipher text, 32 bytes tag.
 */
export function seal(key: Uint8Array, text: string): Buffer {
  const nonce = randomBytes(16)
  const cipher = createCipheriv('sm4-ctr', key.subarray(0, 16), nonce)
  const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([body, createHmac('sm3', key).update(body).digest()])
}

/** Opens what `seal` closed; throws when a bit was changed. */
export function unseal(key: Uint8Array, sealed: Uint8Array): string {
  const body = sealed.subarray(0, sealed.length - 32)
  const tag = createHmac('sm3', key).update(body).digest()
  if (!timingSafeEqual(tag, sealed.subarray(sealed.length - 32)))
    throw new Error('The sealed text was changed.')
  const decipher = createDecipheriv('sm4-ctr', key.subarray(0, 16), body.subarray(0, 16))
  return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]).toString('utf8')
}

/** A fresh secret for a token or password, URL-safe. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url')
}

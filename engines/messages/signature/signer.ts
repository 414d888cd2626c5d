import { createPrivateKey, type KeyObject, sign as signWith } from 'node:crypto'
import type { KeyAlgorithm } from './algorithm.ts'
import { type Certificate, isSameKey, type PublicKey, readCertificate, readPublicKey } from './certificate.ts'
import type { SignatureRefusal } from './refusal.ts'
import { identityDigest, sm2Sign } from './sm2.ts'

/**
 * A key that signs. Behind it may stand a file (below), a hardware key or a signing server; what it is given are the
 * bytes themselves and not their digest, as the port's own drivers want it.
 */
export interface Signer {
  readonly algorithm: KeyAlgorithm
  /** What is told of the key beside the signature; undefined for a key without a certificate. */
  readonly certificate: Certificate | undefined
  /**
   * RSA: PKCS #1 v1.5, as long as the modulus. SM2: r ‖ s, 64 bytes. A driver that cannot sign (key pulled out, wrong
   * password) rejects; its reason reaches the caller as a refusal.
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

export interface SigningKey {
  /** PKCS #8 or the older forms that OpenSSL writes, in PEM. */
  readonly privateKey: string
  /** Of an encrypted PEM. */
  readonly passphrase?: string
  /** In PEM. */
  readonly certificate?: string
  /** What an RSA key signs with; SM2 keys know only SM3. Default `rsa-sha1`, which is what the port takes. */
  readonly rsa?: 'rsa-sha1' | 'rsa-sha256'
}

export type SignerOpened = { readonly signer: Signer } | { readonly refusal: SignatureRefusal }

/**
 * A signer over a key that lay in a file; the file's content is handed in. For demonstrations and tests: whoever reads
 * the process's memory has the key.
 * Refusals: `signature.key_unreadable`, `signature.certificate_unreadable`, `signature.certificate_differs` (the
 * certificate is another key's).
 */
export function fileSigner(from: SigningKey): SignerOpened {
  const key = open(from)
  const publicKey = key && readPublicKey(key)
  if (!key || !publicKey) return { refusal: { code: 'signature.key_unreadable', params: {} } }
  const certificate = from.certificate === undefined ? undefined : readCertificate(from.certificate)
  if (from.certificate !== undefined) {
    if (!certificate) return { refusal: { code: 'signature.certificate_unreadable', params: {} } }
    if (!isSameKey(certificate.publicKey, publicKey))
      return {
        refusal: { code: 'signature.certificate_differs', params: { serial: certificate.serialNumber } },
      }
  }
  return { signer: signerOf(key, publicKey, certificate, from.rsa ?? 'rsa-sha1') }
}

function open({ privateKey, passphrase }: SigningKey): KeyObject | undefined {
  try {
    return createPrivateKey(passphrase === undefined ? privateKey : { key: privateKey, passphrase })
  } catch {
    return undefined
  }
}

/** In a thread of the pool, so that a day of signatures does not stop the process. */
function signInPool(digest: string, bytes: Uint8Array, key: KeyObject): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    signWith(digest, bytes, key, (error, value) => (error ? reject(error) : resolve(value)))
  })
}

function signerOf(
  key: KeyObject,
  publicKey: PublicKey,
  certificate: Certificate | undefined,
  rsa: 'rsa-sha1' | 'rsa-sha256',
): Signer {
  if (publicKey.kind === 'rsa') {
    const digest = rsa === 'rsa-sha1' ? 'sha1' : 'sha256'
    return { algorithm: rsa, certificate, sign: bytes => signInPool(digest, bytes, key) }
  }
  const secret = sm2Secret(key)
  const { point } = publicKey
  const identity = identityDigest(point)
  return {
    algorithm: 'sm2-sm3',
    certificate,
    sign: async bytes => sm2Sign(secret, point, bytes, { identity }),
  }
}

/** The private number: OCTET STRING of 32 bytes behind version 1 in the ECPrivateKey (RFC 5915) inside PKCS #8. */
function sm2Secret(key: KeyObject): Uint8Array {
  const der = key.export({ type: 'pkcs8', format: 'der' })
  const mark = Buffer.from('0201010420', 'hex')
  const at = der.indexOf(mark) + mark.length
  return der.subarray(at, at + 32)
}

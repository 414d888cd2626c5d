import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'

export type PublicKey =
  | { readonly kind: 'rsa'; readonly key: KeyObject; readonly bits: number }
  /** `point` is 04 ‖ x ‖ y in hex. */
  | { readonly kind: 'sm2'; readonly point: string }

/** What we need of an X.509 certificate. Whether its issuer is to be trusted is not decided here. */
export interface Certificate {
  /** The whole certificate in base64 of its DER, as `X509Certificate` carries it. */
  readonly base64: string
  /** Hex in lower case as it stands in the certificate, with leading zeros: the electronic port's `KeyName`, `certNo`. */
  readonly serialNumber: string
  readonly subject: string
  readonly issuer: string
  readonly validFrom: Date
  readonly validTo: Date
  readonly publicKey: PublicKey
}

/** SubjectPublicKeyInfo of a key on sm2p256v1 (1.2.156.10197.1.301) before its point. */
const sm2Info = '3059301306072a8648ce3d020106082a811ccf5501822d034200'

/**
 * Reads a certificate from PEM or DER.
 * @returns undefined where it is none, or holds a key that is neither RSA nor SM2
 */
export function readCertificate(source: string | Uint8Array): Certificate | undefined {
  let certificate: X509Certificate
  let publicKey: PublicKey | undefined
  try {
    certificate = new X509Certificate(source)
    publicKey = readPublicKey(certificate.publicKey)
  } catch {
    return undefined
  }
  if (!publicKey) return undefined
  return {
    base64: certificate.raw.toString('base64'),
    serialNumber: certificate.serialNumber.toLowerCase(),
    subject: certificate.subject,
    issuer: certificate.issuer,
    validFrom: certificate.validFromDate,
    validTo: certificate.validToDate,
    publicKey,
  }
}

/** The public half of a private key, or a public key itself, in our terms. */
export function readPublicKey(key: KeyObject): PublicKey | undefined {
  const open = key.type === 'private' ? createPublicKey(key) : key
  if (open.asymmetricKeyType === 'rsa') {
    return { kind: 'rsa', key: open, bits: open.asymmetricKeyDetails?.modulusLength ?? 0 }
  }
  // Node has no name for the SM2 type; its encoding says what it is.
  const info = open.export({ type: 'spki', format: 'der' }).toString('hex')
  return info.startsWith(sm2Info) ? { kind: 'sm2', point: info.slice(sm2Info.length) } : undefined
}

export function isSameKey(a: PublicKey, b: PublicKey): boolean {
  if (a.kind === 'sm2') return b.kind === 'sm2' && a.point === b.point
  return b.kind === 'rsa' && a.key.equals(b.key)
}

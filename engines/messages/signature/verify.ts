import { verify as verifyWith } from 'node:crypto'
import { readXml } from '../xml/read.ts'
import type { XmlDocument } from '../xml/tree.ts'
import { isKnownDigest, isKnownSignature, type ProfileName, profileOf, profiles } from './algorithm.ts'
import { canonicalDocument, canonicalElement } from './canonical.ts'
import { type Certificate, type PublicKey, readCertificate } from './certificate.ts'
import { type SignatureRefusal, SignatureRefused } from './refusal.ts'
import { digestOf } from './sign.ts'
import { sm2Verify } from './sm2.ts'
import { readSignature, refused, type SignatureParts } from './structure.ts'

/** What a signature says of its key; nothing of it is believed. */
export interface ToldKey {
  readonly keyName: string | undefined
  readonly certificate: Certificate | undefined
}

export interface Expectation {
  /** Which signatures are taken; a profile that is not named is refused even where its value is right. */
  readonly profiles: readonly ProfileName[]
  /** The certificate that is trusted for this message, or undefined: who is known is the caller's knowledge. */
  readonly trusted: (told: ToldKey) => Certificate | undefined
  /** What the document must be, so that a signature over another message is no signature over this one. */
  readonly root?: { readonly namespace: string; readonly local: string }
  /** The day for which the certificate must be valid; not looked at where it is left out. */
  readonly at?: Date
  /** `KeyName` must be the certificate's serial number (the electronic port), or may be anything. Default the first. */
  readonly keyName?: 'serial-number' | 'free'
  /** RSA keys below are refused. Default 1024: the port's keys of the old kind. */
  readonly minRsaBits?: number
}

export interface Verified {
  /**
   * The content in the canonical form whose digest was signed, without the signature: what a reader of the message
   * should read, since nothing else is signed.
   */
  readonly content: string
  /** The document as it was read, the signature in it. */
  readonly document: XmlDocument
  readonly profile: ProfileName
  readonly certificate: Certificate
  readonly keyName: string | undefined
  /** `SignedInfo` in canonical form: the bytes under the value. */
  readonly signedInfo: string
  /** Base64. */
  readonly digestValue: string
  readonly signatureValue: string
}

export type VerifyOutcome = { readonly verified: Verified } | { readonly refusal: SignatureRefusal }

/**
 * Verifies the enveloped signature of a document: one signature, as a child of the root, over the whole document by one
 * reference, by a trusted key. Everything else is refused by its code; see `SignatureCode`.
 */
export function verifyEnveloped(source: Uint8Array | string, expected: Expectation): VerifyOutcome {
  const read = readXml(source)
  return 'refusal' in read ? read : verifyDocument(read.document, expected)
}

/** The same over a document that was read already. */
export function verifyDocument(document: XmlDocument, expected: Expectation): VerifyOutcome {
  try {
    return { verified: verify(document, expected) }
  } catch (error) {
    if (error instanceof SignatureRefused) return { refusal: error.refusal }
    throw error
  }
}

function verify(document: XmlDocument, expected: Expectation): Verified {
  const { root } = document
  if (expected.root && (root.namespace !== expected.root.namespace || root.local !== expected.root.local))
    throw refused('signature.unexpected_root', root, { found: root.local, needed: expected.root.local })
  const parts = readSignature(document)
  const profile = acceptedProfile(parts, expected)
  const content = canonicalDocument(document, { ...parts.contentForm, without: parts.element })
  if (!digestOf(content, profiles[profile].digest).equals(parts.digest))
    throw refused('signature.digest_differs', parts.element)
  const certificate = trustedCertificate(parts, expected)
  const signedInfo = canonicalElement(parts.signedInfo, parts.form)
  checkValue(parts, profile, certificate.publicKey, Buffer.from(signedInfo, 'utf8'))
  return {
    content,
    document,
    profile,
    certificate,
    keyName: parts.keyName,
    signedInfo,
    digestValue: parts.digest.toString('base64'),
    signatureValue: parts.value.toString('base64'),
  }
}

function acceptedProfile(parts: SignatureParts, expected: Expectation): ProfileName {
  const { signatureUri, digestUri, signedInfo } = parts
  if (!isKnownSignature(signatureUri))
    throw refused('signature.algorithm_unknown', signedInfo, { found: signatureUri })
  if (!isKnownDigest(digestUri)) throw refused('signature.digest_unknown', signedInfo, { found: digestUri })
  const name = profileOf(signatureUri, digestUri)
  if (!name || !expected.profiles.includes(name)) {
    const needed = expected.profiles.join(', ')
    throw refused('signature.algorithm_refused', signedInfo, {
      found: `${signatureUri} ${digestUri}`,
      needed,
    })
  }
  return name
}

function trustedCertificate(parts: SignatureParts, expected: Expectation): Certificate {
  const { element, keyName } = parts
  const carried = parts.certificate && readCertificate(parts.certificate)
  if (parts.certificate && !carried) throw refused('signature.certificate_unreadable', element)
  const trusted = expected.trusted({ keyName, certificate: carried })
  if (!trusted) throw refused('signature.key_unknown', element, { keyName: keyName ?? '' })
  if (carried && carried.base64 !== trusted.base64)
    throw refused('signature.certificate_differs', element, { serial: carried.serialNumber })
  if (keyName !== undefined && expected.keyName !== 'free' && !isSerialOf(keyName, trusted))
    throw refused('signature.key_name_differs', element, { keyName, serial: trusted.serialNumber })
  const unfit = certificateFault(trusted, expected.at, expected.minRsaBits ?? 1024)
  if (unfit) throw new SignatureRefused({ ...unfit, place: element.place })
  return trusted
}

const bare = (hex: string) => hex.toLowerCase().replace(/^0+/, '')

/** Whether a name is a certificate's serial number in hex, leading zeros aside. */
export const isSerialOf = (name: string, { serialNumber }: Certificate) => bare(name) === bare(serialNumber)

/** Why a trusted certificate does not do: the day, or a key that is too short. */
export function certificateFault(
  { validFrom, validTo, publicKey }: Certificate,
  at: Date | undefined,
  minRsaBits: number,
): SignatureRefusal | undefined {
  if (at && (at < validFrom || at > validTo)) {
    const params = { from: validFrom.toISOString(), to: validTo.toISOString() }
    return { code: 'signature.certificate_not_valid', params }
  }
  if (publicKey.kind !== 'rsa' || publicKey.bits >= minRsaBits) return undefined
  return { code: 'signature.key_too_short', params: { found: publicKey.bits, needed: minRsaBits } }
}

function checkValue(parts: SignatureParts, name: ProfileName, key: PublicKey, signed: Uint8Array): void {
  const { algorithm } = profiles[name]
  const kind = algorithm === 'sm2-sm3' ? 'sm2' : 'rsa'
  if (key.kind !== kind)
    throw refused('signature.key_kind_differs', parts.element, { found: key.kind, needed: kind })
  const needed = key.kind === 'rsa' ? Math.ceil(key.bits / 8) : 64
  if (parts.value.length !== needed)
    throw refused('signature.value_malformed', parts.element, { found: parts.value.length, needed })
  if (!verifyBytes(key, algorithm, signed, parts.value)) throw refused('signature.value_wrong', parts.element)
}

/** Whether a value is that key's over those bytes: RSA PKCS #1 v1.5, or SM2 r ‖ s. */
export function verifyBytes(
  key: PublicKey,
  algorithm: 'rsa-sha1' | 'rsa-sha256' | 'sm2-sm3',
  bytes: Uint8Array,
  value: Uint8Array,
): boolean {
  if (key.kind === 'sm2') return algorithm === 'sm2-sm3' && sm2Verify(key.point, bytes, value)
  if (algorithm === 'sm2-sm3') return false
  return verifyWith(algorithm === 'rsa-sha1' ? 'sha1' : 'sha256', bytes, key.key, value)
}

/**
 * Trusts the certificates of a list: the one a signature carries if it is among them, else the one its key name is the
 * serial number of.
 */
export function anyOf(certificates: readonly Certificate[]): Expectation['trusted'] {
  return ({ keyName, certificate }) =>
    certificates.find(one =>
      certificate ? one.base64 === certificate.base64 : keyName !== undefined && isSerialOf(keyName, one),
    )
}

import { createPublicKey, verify } from 'node:crypto'
import { cebMessageOf, openEnvelope } from '@tongqu/messages'
import { type Certificate, type PublicKey, profiles, verifyEnveloped } from '@tongqu/messages/signature'

/* A message taken apart for somebody who has OpenSSL and no XML: its envelope, itself, what was signed, and the value. */

export interface TakenApart {
  /** The message within its envelope; the file itself where it has none. */
  readonly message: Buffer
  readonly hasEnvelope: boolean
  /** Undefined: it carries no signature, or none that holds. */
  readonly signature: SignatureParts | undefined
  /** Why there is none: the code of the refusal. */
  readonly fault: string | undefined
}

export interface SignatureParts {
  /** The message without its signature, in canonical form: its digest stands in `signedInfo`. */
  readonly content: Buffer
  /** `SignedInfo` in canonical form: the value is over these bytes. Undefined: it is over the content itself. */
  readonly signedInfo: Buffer | undefined
  /** As OpenSSL takes it: of RSA the value itself, of SM2 the DER of r and s. */
  readonly value: Buffer
  readonly digest: 'sha1' | 'sha256' | 'sm3'
  readonly algorithm: 'rsa-sha1' | 'rsa-sha256' | 'sm2-sm3'
  readonly publicKeyPem: string
  /** PEM; undefined: it came without, and the key is the installation's own. */
  readonly certificatePem: string | undefined
  /** Where the content lies in the message, counted as `tail -c +N` and `head -c N` do; undefined: not byte for byte. */
  readonly pieces: readonly [from: number, length: number, rest: number] | undefined
}

const ALL = Object.keys(profiles) as (keyof typeof profiles)[]

/** @param ownKey public key in PEM, for signatures of ours that carry no certificate */
export function takeApart(bytes: Buffer, day: string, ownKey: string | undefined): TakenApart {
  const opened = openEnvelope(bytes, { day }, cebMessageOf)
  const within = 'bytes' in opened ? Buffer.from(opened.bytes) : undefined
  const message = within ?? bytes
  const known = ownKey === undefined ? undefined : ownCertificate(ownKey)
  const outcome = verifyEnveloped(message, {
    profiles: ALL,
    trusted: ({ certificate }) => certificate ?? known,
    keyName: 'free',
  })
  const hasEnvelope = within !== undefined
  if ('refusal' in outcome) {
    const signature = known && valueWithin(message, known)
    return { message, hasEnvelope, signature, fault: signature ? undefined : outcome.refusal.code }
  }
  const { content, signedInfo, profile, certificate, signatureValue } = outcome.verified
  const value = Buffer.from(signatureValue, 'base64')
  const { algorithm, digest } = profiles[profile]
  const contentBytes = Buffer.from(content, 'utf8')
  const signature = {
    content: contentBytes,
    signedInfo: Buffer.from(signedInfo, 'utf8'),
    value: algorithm === 'sm2-sm3' ? derOf(value) : value,
    digest,
    algorithm,
    publicKeyPem: pemOf('PUBLIC KEY', spkiOf(certificate.publicKey)),
    certificatePem:
      certificate.base64 === '' ? undefined : pemOf('CERTIFICATE', Buffer.from(certificate.base64, 'base64')),
    pieces: piecesOf(message, contentBytes),
  }
  return { message, hasEnvelope, signature, fault: undefined }
}

const WITHIN = /<((?:\w+:)?Sign)>([A-Za-z0-9+/=]+)<\/\1>/

/** The single window's declarations carry a value in an element `Sign`, over the message as it is without it. */
function valueWithin(message: Buffer, { publicKey }: Certificate): SignatureParts | undefined {
  const text = message.toString('utf8')
  const found = WITHIN.exec(text)
  if (!found || publicKey.kind !== 'rsa') return undefined
  const before = Buffer.from(text.slice(0, found.index))
  const after = Buffer.from(text.slice(found.index + found[0].length))
  const content = Buffer.concat([before, after])
  const value = Buffer.from(found[2]!, 'base64')
  const digest = (['sha1', 'sha256'] as const).find(each => verify(each, content, publicKey.key, value))
  if (!digest) return undefined
  return {
    content,
    signedInfo: undefined,
    value,
    digest,
    algorithm: `rsa-${digest}`,
    publicKeyPem: pemOf('PUBLIC KEY', spkiOf(publicKey)),
    certificatePem: undefined,
    pieces: [1, before.length, message.length - after.length + 1],
  }
}

/** The installation's own key in the place of a certificate that was not sent along. */
function ownCertificate(pem: string): Certificate {
  const key = createPublicKey(pem)
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  const info = key.export({ type: 'spki', format: 'der' }).toString('hex')
  const publicKey: PublicKey = info.startsWith(SM2_INFO)
    ? { kind: 'sm2', point: info.slice(SM2_INFO.length) }
    : { kind: 'rsa', key, bits }
  const forever = { validFrom: new Date(0), validTo: new Date(8.64e15) }
  return { base64: '', serialNumber: '', subject: '', issuer: '', ...forever, publicKey }
}

const SM2_INFO = '3059301306072a8648ce3d020106082a811ccf5501822d034200'

const spkiOf = (key: PublicKey): Buffer =>
  key.kind === 'rsa'
    ? key.key.export({ type: 'spki', format: 'der' })
    : Buffer.from(SM2_INFO + key.point, 'hex')

function pemOf(what: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g)!
  return `-----BEGIN ${what}-----\n${lines.join('\n')}\n-----END ${what}-----\n`
}

/** r ‖ s as OpenSSL reads it: a SEQUENCE of two INTEGERs. */
function derOf(raw: Buffer): Buffer {
  const integer = (half: Buffer) => {
    const first = half.findIndex(byte => byte !== 0)
    const bytes = half.subarray(first < 0 ? half.length - 1 : first)
    const whole = bytes[0]! > 127 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes
    return Buffer.concat([Buffer.from([2, whole.length]), whole])
  }
  const body = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))])
  return Buffer.concat([Buffer.from([0x30, body.length]), body])
}

/** Where a message is canonical as it stands, what was signed is the message with its signature cut out. */
function piecesOf(message: Buffer, content: Buffer): SignatureParts['pieces'] {
  const open = message.indexOf('<ds:Signature')
  const close = message.indexOf('</ds:Signature>')
  const rest = close + '</ds:Signature>'.length
  const start = message.length - content.length - (rest - open)
  if (open < 0 || close < open || start < 0 || start > open) return undefined
  const joined = Buffer.concat([message.subarray(start, open), message.subarray(rest)])
  return joined.equals(content) ? [start + 1, open - start, rest + 1] : undefined
}

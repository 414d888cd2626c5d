import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { type Certificate, readCertificate } from '../certificate.ts'
import { fileSigner, type Signer, type SigningKey } from '../signer.ts'
import { sm2PublicPoint, sm2Sign } from '../sm2.ts'
import { bits, explicit, generalizedTime, integer, nothing, oid, sequence, set, utf8 } from './der.ts'

export interface TestKey {
  readonly privateKey: KeyObject
  /** PKCS #8 in PEM. */
  readonly pem: string
  readonly certificatePem: string
  readonly certificate: Certificate
}

export interface CertificateSpec {
  readonly serial?: string
  readonly from?: string
  readonly to?: string
}

export const rsaKey = (bits = 2048, spec: CertificateSpec = {}): TestKey =>
  testKey(generateKeyPairSync('rsa', { modulusLength: bits }).privateKey, spec)

export const sm2Key = (spec: CertificateSpec = {}): TestKey =>
  testKey(generateKeyPairSync('ec', { namedCurve: 'SM2' }).privateKey, spec)

export const curveKey = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey

export function signerOf(key: TestKey, rsa: SigningKey['rsa'] = 'rsa-sha1'): Signer {
  const opened = fileSigner({ privateKey: key.pem, certificate: key.certificatePem, rsa })
  if ('refusal' in opened) throw new Error(opened.refusal.code)
  return opened.signer
}

function testKey(privateKey: KeyObject, spec: CertificateSpec): TestKey {
  const certificatePem = selfSigned(privateKey, spec)
  const certificate = readCertificate(certificatePem)
  if (!certificate) throw new Error('the test certificate does not read')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { privateKey, pem, certificatePem, certificate }
}

/** The 32 bytes of an SM2 key, out of its PKCS #8. */
export function secretOf(key: KeyObject): Buffer {
  const der = key.export({ type: 'pkcs8', format: 'der' })
  const at = der.indexOf(Buffer.from('0201010420', 'hex')) + 5
  return der.subarray(at, at + 32)
}

/** X.509 version 3 without extensions (RFC 5280 §4.1), signed by the key itself. */
function selfSigned(key: KeyObject, { serial = '01691fe9', from = '2020', to = '2049' }: CertificateSpec) {
  const isRsa = key.asymmetricKeyType === 'rsa'
  const algorithm = isRsa
    ? sequence(oid('1.2.840.113549.1.1.11'), nothing())
    : sequence(oid('1.2.156.10197.1.501'))
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8('通衢测试'))))
  const info = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const validity = sequence(generalizedTime(`${from}0101000000Z`), generalizedTime(`${to}0101000000Z`))
  const body = sequence(explicit(0, integer('02')), integer(serial), algorithm, name, validity, name, info)
  const value = isRsa ? sign('sha256', body, key) : sm2Der(key, body)
  const der = sequence(body, algorithm, bits(value))
    .toString('base64')
    .match(/.{1,64}/g)!
  return `-----BEGIN CERTIFICATE-----\n${der.join('\n')}\n-----END CERTIFICATE-----\n`
}

function sm2Der(key: KeyObject, bytes: Uint8Array): Buffer {
  const secret = secretOf(key)
  return rawToDer(sm2Sign(secret, sm2PublicPoint(secret), bytes))
}

/** r ‖ s as OpenSSL writes it: SEQUENCE of two INTEGERs. */
export function rawToDer(raw: Uint8Array): Buffer {
  const hex = Buffer.from(raw).toString('hex')
  const whole = (half: string) => integer(half.replace(/^(00)+(?=..)/, ''))
  return sequence(whole(hex.slice(0, 64)), whole(hex.slice(64)))
}

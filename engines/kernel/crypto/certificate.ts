import { createPrivateKey, createPublicKey, hash, sign } from 'node:crypto'

/*
 * A certificate of a key over itself (X.509 version 3 without extensions, RFC 5280 §4.1), in just enough of DER (X.690):
 * Node reads certificates and writes none. It vouches for nothing but the key; a counter that takes it trusts the key.
 */

export interface CertificateOf {
  /** RSA, PKCS #8 in PEM. */
  readonly privateKey: string
  /** Common name of subject and issuer. */
  readonly name: string
  /** First and last day, `yyyyMMdd`, UTC. */
  readonly from: string
  readonly to: string
}

/** The same key, name and days give the same certificate, to the byte. @returns PEM */
export function selfSignedCertificate({ privateKey, name, from, to }: CertificateOf): string {
  const key = createPrivateKey(privateKey)
  const info = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const sha256WithRsa = sequence(oid('2a864886f70d01010b'), tagged(0x05))
  const named = sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(name, 'utf8')))))
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, serialOf(info)),
    sha256WithRsa,
    named,
    sequence(time(`${from}000000Z`), time(`${to}235959Z`)),
    named,
    info,
  )
  const value = sign('sha256', body, key)
  const der = sequence(body, sha256WithRsa, tagged(0x03, Buffer.from([0]), value))
  const lines = der.toString('base64').match(/.{1,64}/g)!
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

/** Eight bytes of the key's digest: positive, and without a leading zero byte. */
function serialOf(info: Buffer): Buffer {
  const serial = hash('sha256', info, 'buffer').subarray(0, 8)
  serial[0] = (serial[0]! & 0x3f) | 0x40
  return serial
}

function tagged(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const n = content.length
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

const sequence = (...parts: Uint8Array[]) => tagged(0x30, ...parts)
const oid = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'))
/** UTCTime, which RFC 5280 §4.1.2.5 wants up to the year 2049. */
const time = (text: string) => tagged(0x17, Buffer.from(text.slice(2), 'ascii'))

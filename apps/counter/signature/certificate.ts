import { createPublicKey, createSign, type KeyObject } from 'node:crypto'

/** A key with a certificate of itself. */
export interface CertifiedKey {
  readonly key: KeyObject
  /** DER in base64, as `X509Certificate` carries it. */
  readonly certificate: string
  readonly serial: string
}

/** A certificate of an RSA key over itself, valid from 2020 to 2099, as DER by hand: Node makes none. */
export function certified(key: KeyObject, serial: string, subject: string): CertifiedKey {
  const times = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x18, Buffer.from('20990101000000Z')))
  const inner = sequence(
    der(2, Buffer.from(serial, 'hex')),
    sha1WithRsa,
    name(subject),
    times,
    name(subject),
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
  )
  const value = createSign('sha1').update(inner).sign(key)
  const whole = sequence(inner, sha1WithRsa, der(3, Buffer.from([0]), value))
  return { key, certificate: whole.toString('base64'), serial }
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...head]), body])
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const sha1WithRsa = sequence(der(6, Buffer.from('2a864886f70d010105', 'hex')), der(5))
const name = (text: string) =>
  sequence(der(0x31, sequence(der(6, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from(text)))))

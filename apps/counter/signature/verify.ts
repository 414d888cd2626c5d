import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto'
import { canonical } from '../xml/canonical.ts'
import { attributeOf, childOf, type Element, elementsOf, textOf } from '../xml/element.ts'
import { sm2Verifies } from './sm2.ts'

/** The signature of a message as the counter judges it. `why` is for the sender. */
export type Judged =
  | { readonly isValid: true; readonly serial: string }
  | { readonly isValid: false; readonly why: string }

const ds = 'http://www.w3.org/2000/09/xmldsig#'
const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const enveloped = `${ds}enveloped-signature`

/**
 * What the two names of a method do. The cross-border messages name sha1 with `rsa-sha1` or `sm2-sm3`; the
 * wholly national pair is of the port's 202205 edition.
 */
const digests: Readonly<Record<string, string>> = {
  [`${ds}sha1`]: 'sha1',
  'http://www.chinaport.gov.cn/2022/04/xmldsig#sm3': 'sm3',
}
const methods: Readonly<Record<string, 'rsa' | 'sm2'>> = {
  [`${ds}rsa-sha1`]: 'rsa',
  [`${ds}sm2-sm3`]: 'sm2',
  'http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3': 'sm2',
}

/** The signature standing in a message's root; undefined where there is none. */
export function signatureIn(root: Element): Element | undefined {
  return elementsOf(root).find(({ local, uri }) => local === 'Signature' && uri === ds)
}

/** Whom the counter believes. */
export interface Trust {
  readonly now: Date
  /** Serial numbers of certificates in lower-case hex; empty: whoever holds any certificate. */
  readonly trusted: readonly string[]
  /** Public keys in PEM, for signatures that carry no certificate. */
  readonly keys: readonly string[]
}

/**
 * Verifies the enveloped signature of a whole message: the digest over the message without its signature, the
 * value over SignedInfo with the key of the certificate within.
 */
export function judgeSignature(root: Element, signature: Element, by: Trust): Judged {
  try {
    return judged(root, signature, by)
  } catch {
    return wrong('签名结构不正确')
  }
}

const wrong = (why: string): Judged => ({ isValid: false, why })
const method = (element: Element | undefined) => (element && attributeOf(element, 'Algorithm')) ?? ''

function judged(root: Element, signature: Element, { now, trusted, keys }: Trust): Judged {
  const info = childOf(signature, 'SignedInfo')
  const references = info ? elementsOf(info).filter(({ local }) => local === 'Reference') : []
  const [reference] = references
  if (!info || !reference || references.length !== 1) return wrong('签名结构不正确')
  const fault = formFault(info, reference)
  if (fault) return wrong(fault)
  const digest = digests[method(childOf(reference, 'DigestMethod'))]!
  const found = createHash(digest).update(canonical(root, signature)).digest('base64')
  if (found !== packed(childOf(reference, 'DigestValue'))) return wrong('摘要与报文内容不一致')
  const value = Buffer.from(packed(childOf(signature, 'SignatureValue')), 'base64')
  const kind = methods[method(childOf(info, 'SignatureMethod'))]!
  const within = packed(certificateIn(signature))
  if (within === '') return byKnownKey(keys, key => isValue(kind, key, canonical(info), value))
  const certificate = certificateOf(within)
  if (!certificate) return wrong('签名证书无法识别')
  if (trusted.length > 0 && !trusted.includes(certificate.serial)) return wrong('签名证书未备案')
  if (now < certificate.from || now > certificate.to) return wrong('签名证书不在有效期内')
  if (!isValue(kind, certificate.key, canonical(info), value)) return wrong('验签失败')
  return { isValid: true, serial: certificate.serial }
}

function byKnownKey(keys: readonly string[], isValidBy: (key: KeyObject) => boolean): Judged {
  if (keys.length === 0) return wrong('缺少签名证书')
  return keys.some(pem => isValidBy(keyOf(pem))) ? { isValid: true, serial: '' } : wrong('验签失败')
}

const known = new Map<string, KeyObject>()

function keyOf(pem: string): KeyObject {
  const key = known.get(pem) ?? createPublicKey(pem)
  known.set(pem, key)
  return key
}

function formFault(info: Element, reference: Element): string | undefined {
  if (method(childOf(info, 'CanonicalizationMethod')) !== c14n) return '规范化方法不受支持'
  if (!methods[method(childOf(info, 'SignatureMethod'))]) return '签名算法不受支持'
  if (!digests[method(childOf(reference, 'DigestMethod'))]) return '摘要算法不受支持'
  if (attributeOf(reference, 'URI') !== '') return '签名没有覆盖整个报文'
  const transforms = childOf(reference, 'Transforms')
  const steps = transforms ? elementsOf(transforms).map(method) : []
  const known = steps[0] === enveloped && steps.slice(1).every(step => step === c14n) && steps.length <= 2
  return known ? undefined : '签名变换不受支持'
}

function certificateIn(signature: Element): Element | undefined {
  const info = childOf(signature, 'KeyInfo')
  const data = info && childOf(info, 'X509Data')
  return data && childOf(data, 'X509Certificate')
}

const packed = (element: Element | undefined) => textOf(element).replace(/\s+/g, '')

interface Held {
  readonly serial: string
  readonly from: Date
  readonly to: Date
  readonly key: KeyObject
}

const held = new Map<string, Held | undefined>()

/** Certificates are few and come with every message: the last ones are kept. */
function certificateOf(base64: string): Held | undefined {
  if (!held.has(base64)) {
    if (held.size > 1000) held.clear()
    held.set(base64, readCertificate(base64))
  }
  return held.get(base64)
}

function readCertificate(base64: string): Held | undefined {
  try {
    const read = new X509Certificate(Buffer.from(base64, 'base64'))
    const { validFromDate: from, validToDate: to, publicKey: key } = read
    return { serial: read.serialNumber.toLowerCase(), from, to, key }
  } catch {
    return undefined
  }
}

function isValue(kind: 'rsa' | 'sm2', key: KeyObject, signed: string, value: Uint8Array): boolean {
  const data = Buffer.from(signed, 'utf8')
  if (kind === 'rsa') return key.asymmetricKeyType === 'rsa' && verify('sha1', data, key, value)
  if (key.asymmetricKeyType === 'rsa') return false
  // The last 64 bytes of a SubjectPublicKeyInfo with an uncompressed point are x ‖ y.
  const info = key.export({ type: 'spki', format: 'der' })
  return sm2Verifies(info.subarray(-64), data, value)
}

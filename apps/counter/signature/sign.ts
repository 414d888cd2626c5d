import { createHash, createSign } from 'node:crypto'
import { canonical } from '../xml/canonical.ts'
import { childOf } from '../xml/element.ts'
import { readXml } from '../xml/read.ts'
import type { CertifiedKey } from './certificate.ts'
import { signatureIn } from './verify.ts'

const ds = 'http://www.w3.org/2000/09/xmldsig#'
const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'

/**
 * Signs a message as the counter's own: a signature of its whole content as the root's last child, RSA with SHA-1, the
 * certificate within. The same message and key give the same bytes.
 * @param root name of the root as it is written
 */
export function signMessage(xml: string, root: string, { key, certificate, serial }: CertifiedKey): string {
  const digest = createHash('sha1')
    .update(canonical(readXml(Buffer.from(xml))))
    .digest('base64')
  const algorithm = (name: string, uri: string, inside = '') =>
    `<ds:${name} Algorithm="${uri}">${inside}</ds:${name}>`
  const transforms = `<ds:Transforms>${algorithm('Transform', `${ds}enveloped-signature`)}</ds:Transforms>`
  const info = `<ds:SignedInfo>${algorithm('CanonicalizationMethod', c14n)}${algorithm('SignatureMethod', `${ds}rsa-sha1`)}<ds:Reference URI="">${transforms}${algorithm('DigestMethod', `${ds}sha1`)}<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`
  const told = `<ds:KeyInfo><ds:KeyName>${serial}</ds:KeyName><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`
  const end = `</${root}>`
  const at = xml.lastIndexOf(end)
  const withValue = (value: string) =>
    `${xml.slice(0, at)}<ds:Signature xmlns:ds="${ds}">${info}<ds:SignatureValue>${value}</ds:SignatureValue>${told}</ds:Signature>${xml.slice(at)}`
  // Where it stands decides what it inherits: so what is signed is read from the finished message.
  const element = childOf(signatureIn(readXml(Buffer.from(withValue(''))))!, 'SignedInfo')!
  return withValue(createSign('sha1').update(canonical(element)).sign(key, 'base64'))
}

import type { XmlAttribute, XmlElement, XmlNode } from '../xml/tree.ts'
import {
  type CanonicalMethod,
  canonicalUris,
  envelopedUri,
  type SignatureProfile,
  signatureNamespace,
} from './algorithm.ts'

const prefix = 'ds'

export interface SignatureContent {
  readonly profile: SignatureProfile
  readonly canonical: CanonicalMethod
  /** Base64. */
  readonly digestValue: string
}

export interface KeyContent {
  readonly keyName: string | undefined
  /** Base64 of the DER. */
  readonly certificate: string | undefined
}

type Open = XmlElement & { readonly children: XmlNode[] }

/** `ds:Signature` as the last thing inside a root, with its `SignedInfo` alone: what is signed is known before the value. */
export function signatureElement(
  root: XmlElement,
  content: SignatureContent,
): { signature: Open; signedInfo: Open } {
  const { profile, canonical, digestValue } = content
  const declaration = attribute(`xmlns:${prefix}`, signatureNamespace)
  const signature = add(root, 'Signature', [declaration])
  const declared = Object.entries(profile.declares).map(([name, uri]) => attribute(`xmlns:${name}`, uri))
  const signedInfo = within(signature, 'SignedInfo', declared)
  algorithm(signedInfo, 'CanonicalizationMethod', canonicalUris[canonical])
  algorithm(signedInfo, 'SignatureMethod', profile.signatureUri)
  const reference = within(signedInfo, 'Reference', [attribute('URI', '')])
  const transforms = within(reference, 'Transforms')
  algorithm(transforms, 'Transform', envelopedUri)
  // Without a word of its own the content is taken in the inclusive form (XML-Signature 2002 §4.3.3.2).
  if (canonical === 'exclusive') algorithm(transforms, 'Transform', canonicalUris.exclusive)
  algorithm(reference, 'DigestMethod', profile.digestUri)
  leaf(reference, 'DigestValue', digestValue)
  return { signature, signedInfo }
}

/** The value, and what is told of the key. */
export function completeSignature(
  signature: Open,
  value: string,
  { keyName, certificate }: KeyContent,
): void {
  leaf(signature, 'SignatureValue', value)
  if (keyName === undefined && certificate === undefined) return
  const keyInfo = within(signature, 'KeyInfo')
  if (keyName !== undefined) leaf(keyInfo, 'KeyName', keyName)
  if (certificate !== undefined) leaf(within(keyInfo, 'X509Data'), 'X509Certificate', certificate)
}

function within(parent: Open, local: string, attributes: XmlAttribute[] = []): Open {
  const element = add(parent, local, attributes)
  parent.children.push(element)
  return element
}

function algorithm(parent: Open, local: string, uri: string): void {
  within(parent, local, [attribute('Algorithm', uri)])
}

function leaf(parent: Open, local: string, text: string): void {
  within(parent, local).children.push({ kind: 'text', text, cdata: false })
}

/** An element that knows its parent; the parent does not know it yet. */
function add(parent: XmlElement, local: string, attributes: XmlAttribute[]): Open {
  return {
    kind: 'element',
    name: `${prefix}:${local}`,
    prefix,
    local,
    namespace: signatureNamespace,
    attributes,
    children: [],
    parent,
    place: undefined,
  }
}

function attribute(name: string, value: string): XmlAttribute {
  const [left, right] = name.split(':')
  const namespace = right === undefined ? '' : 'http://www.w3.org/2000/xmlns/'
  return right === undefined
    ? { name, prefix: '', local: name, namespace, value }
    : { name, prefix: left!, local: right, namespace, value }
}

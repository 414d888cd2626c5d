import { pathOf, textOf, type XmlDocument, type XmlElement } from '../xml/tree.ts'
import { type CanonicalMethod, canonicalUris, envelopedUri, signatureNamespace } from './algorithm.ts'
import { fromBase64 } from './base64.ts'
import { type SignatureCode, SignatureRefused } from './refusal.ts'

export interface CanonicalForm {
  readonly method: CanonicalMethod
  readonly inclusivePrefixes: readonly string[]
}

/** What a signature says of itself; nothing of it is verified. */
export interface SignatureParts {
  readonly element: XmlElement
  readonly signedInfo: XmlElement
  /** Of `SignedInfo`. */
  readonly form: CanonicalForm
  /** Of the content. */
  readonly contentForm: CanonicalForm
  readonly signatureUri: string
  readonly digestUri: string
  readonly digest: Buffer
  readonly value: Buffer
  readonly keyName: string | undefined
  /** DER. */
  readonly certificate: Buffer | undefined
}

const exclusiveNamespace = canonicalUris.exclusive

/**
 * Reads the one signature of a document, and refuses every shape that the counters do not write: what is signed must
 * be the whole document and nothing else, whatever a forger wraps around it. Throws `SignatureRefused`.
 */
export function readSignature(document: XmlDocument): SignatureParts {
  const element = theSignature(document.root)
  const [signedInfo, value, keyInfo] = parts(element, ['SignedInfo', 'SignatureValue'], ['KeyInfo'])
  const info = readSignedInfo(signedInfo!)
  return { element, signedInfo: signedInfo!, ...info, value: base64(value!), ...readKeyInfo(keyInfo) }
}

function theSignature(root: XmlElement): XmlElement {
  const found: XmlElement[] = []
  survey(root, new Set(), found)
  const [first, second] = found
  if (!first) throw refused('signature.missing', root)
  if (second) throw refused('signature.several', second, { found: found.length })
  if (first.namespace !== signatureNamespace)
    throw refused('signature.wrong_namespace', first, { found: first.namespace, needed: signatureNamespace })
  if (first.parent !== root) throw refused('signature.misplaced', first)
  return first
}

/** One walk through the document: signatures, ids that stand twice, namespaces that have no canonical form. */
function survey(element: XmlElement, ids: Set<string>, found: XmlElement[]): void {
  if (element.local === 'Signature') found.push(element)
  for (const { name, prefix, value } of element.attributes) {
    if (/^(xml:)?id$/i.test(name)) {
      if (ids.has(value)) throw refused('signature.duplicate_id', element, { id: value.slice(0, 60) })
      ids.add(value)
    }
    // Canonical XML 1.0 §1.3: implementations must report failure.
    if ((name === 'xmlns' || prefix === 'xmlns') && value !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(value))
      throw refused('signature.relative_namespace', element, { found: value.slice(0, 200) })
  }
  for (const child of element.children) if (child.kind === 'element') survey(child, ids, found)
}

function readSignedInfo(signedInfo: XmlElement) {
  const [canonicalization, method, reference, second] = parts(
    signedInfo,
    ['CanonicalizationMethod', 'SignatureMethod', 'Reference'],
    ['Reference'],
  )
  if (second) throw refused('signature.several_references', second)
  const form = canonicalForm(canonicalization!)
  if (!form)
    throw refused('signature.canonicalization_unknown', canonicalization!, {
      found: algorithm(canonicalization!),
    })
  return { form, signatureUri: algorithm(method!), ...readReference(reference!) }
}

function readReference(reference: XmlElement) {
  const uri = reference.attributes.find(one => one.name === 'URI')?.value
  // Only the whole document: a part of it, another file or a guess of the reader's is not what was asked for.
  if (uri !== '')
    throw refused('signature.reference_elsewhere', reference, { found: (uri ?? '').slice(0, 200) })
  const [transforms, method, value] = parts(reference, ['Transforms', 'DigestMethod', 'DigestValue'])
  return {
    contentForm: readTransforms(transforms!),
    digestUri: algorithm(method!),
    digest: base64(value!),
  }
}

/** The enveloped-signature transform first, then at most one canonical form; without one it is the inclusive. */
function readTransforms(transforms: XmlElement): CanonicalForm {
  const [enveloped, form, third] = parts(transforms, ['Transform'], ['Transform', 'Transform'])
  if (algorithm(enveloped!) !== envelopedUri)
    throw refused('signature.transform_refused', enveloped!, { found: algorithm(enveloped!) })
  leafless(enveloped!)
  if (third) throw refused('signature.transform_refused', third, { found: algorithm(third) })
  if (!form) return { method: 'inclusive', inclusivePrefixes: [] }
  const found = canonicalForm(form)
  if (!found) throw refused('signature.transform_refused', form, { found: algorithm(form) })
  return found
}

function canonicalForm(element: XmlElement): CanonicalForm | undefined {
  const uri = algorithm(element)
  if (uri === canonicalUris.inclusive) {
    leafless(element)
    return { method: 'inclusive', inclusivePrefixes: [] }
  }
  if (uri !== canonicalUris.exclusive) return undefined
  const [list] = parts(element, [], ['InclusiveNamespaces'], exclusiveNamespace)
  const prefixes = list?.attributes.find(one => one.name === 'PrefixList')?.value ?? ''
  const named = prefixes.split(/\s+/).filter(one => one !== '')
  return { method: 'exclusive', inclusivePrefixes: named.map(one => (one === '#default' ? '' : one)) }
}

function readKeyInfo(keyInfo: XmlElement | undefined) {
  if (!keyInfo) return { keyName: undefined, certificate: undefined }
  const [name, data] = named(keyInfo, ['KeyName', 'X509Data'])
  const [certificate] = data ? parts(data, ['X509Certificate']) : []
  return {
    keyName: name ? text(name).trim() || undefined : undefined,
    certificate: certificate && text(certificate).trim() !== '' ? base64(certificate) : undefined,
  }
}

/** Children that may each be there once, in their order; in the order of the names, undefined for what is not. */
function named(of: XmlElement, names: readonly string[]): (XmlElement | undefined)[] {
  const children = elementsOf(of)
  const found = names.map(name => children.find(child => isOurs(child, name)))
  const strange = children.find((child, i) => child !== found.filter(one => one !== undefined)[i])
  if (strange) throw refused('signature.unexpected_node', strange)
  return found
}

/**
 * The child elements, which must be these in this order, then at most those; nothing else stands between them but
 * white space.
 */
function parts(
  of: XmlElement,
  needed: readonly string[],
  allowed: readonly string[] = [],
  namespace = signatureNamespace,
): (XmlElement | undefined)[] {
  const children = elementsOf(of)
  const names = [...needed, ...allowed]
  names.forEach((name, i) => {
    const child = children[i]
    if (child && !isOurs(child, name, namespace)) throw refused('signature.unexpected_node', child)
    if (!child && i < needed.length) throw refused('signature.part_missing', of, { part: name })
  })
  const rest = children[names.length]
  if (rest) throw refused('signature.unexpected_node', rest)
  return children
}

function leafless(of: XmlElement): void {
  parts(of, [])
}

function elementsOf(of: XmlElement): XmlElement[] {
  const children: XmlElement[] = []
  for (const child of of.children) {
    if (child.kind === 'element') children.push(child)
    // A comment is no part of what is signed and could hide what a reader sees.
    else if (child.kind !== 'text' || child.text.trim() !== '') throw refused('signature.unexpected_node', of)
  }
  return children
}

const isOurs = (child: XmlElement, local: string, namespace = signatureNamespace) =>
  child.local === local && child.namespace === namespace

function text(of: XmlElement): string {
  if (of.children.some(child => child.kind !== 'text')) throw refused('signature.unexpected_node', of)
  return textOf(of)
}

function base64(of: XmlElement): Buffer {
  const bytes = fromBase64(text(of))
  if (!bytes) throw refused('signature.bad_base64', of, { part: of.local })
  return bytes
}

const algorithm = (of: XmlElement) =>
  (of.attributes.find(one => one.name === 'Algorithm')?.value ?? '').slice(0, 200)

/** A refusal at an element. */
export function refused(
  code: SignatureCode,
  at: XmlElement,
  params: Readonly<Record<string, string | number>> = {},
): SignatureRefused {
  return new SignatureRefused({ code, params, place: at.place, path: pathOf(at) })
}

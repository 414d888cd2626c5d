import { hash } from 'node:crypto'
import type { MessageSchema } from '../schema/message.ts'
import { readXml } from '../xml/read.ts'
import type { XmlDocument, XmlElement } from '../xml/tree.ts'
import { writeXml, xmlDeclaration } from '../xml/write.ts'
import {
  type CanonicalMethod,
  type DigestName,
  type ProfileName,
  profiles,
  signatureNamespace,
} from './algorithm.ts'
import { canonicalDocument, canonicalElement } from './canonical.ts'
import { completeSignature, signatureElement } from './element.ts'
import { isPlain } from './plain.ts'
import type { SignatureCode, SignatureRefusal } from './refusal.ts'
import type { Signer } from './signer.ts'

export interface SignOptions {
  readonly profile: ProfileName
  /** Of the content and of `SignedInfo`; the counters take the inclusive one, which is the default. */
  readonly canonical?: CanonicalMethod
  /** `KeyName`; the certificate's serial number where it is left out, as the electronic port wants it. */
  readonly keyName?: string
}

export interface Signed {
  /** The whole document with its signature, in UTF-8 when it is written. */
  readonly xml: string
  /** The bytes that were signed: `SignedInfo` in canonical form. OpenSSL verifies the value over them. */
  readonly signedInfo: string
  /** Base64. */
  readonly digestValue: string
  /** Base64. */
  readonly signatureValue: string
}

export type SignOutcome = { readonly signed: Signed } | { readonly refusal: SignatureRefusal }

/** What was signed, with the finished `ds:Signature`. */
type Sealed =
  | { readonly signature: XmlElement; readonly signed: Omit<Signed, 'xml'> }
  | { readonly refusal: SignatureRefusal }

/**
 * Signs a document with an enveloped XML signature over all of it (XML-Signature 2002 §4, §6.6.4): one reference with
 * an empty URI, the signature as the root's last child.
 * Refusals: `signature.present`, `signature.prefix_taken`, `signature.algorithm_refused` (the key is of another kind
 * than the profile), `signature.signer_failed`.
 */
export async function signEnveloped(
  document: XmlDocument,
  signer: Signer,
  options: SignOptions,
): Promise<SignOutcome> {
  const { root } = document
  if (root.children.some(child => child.kind === 'element' && child.local === 'Signature'))
    return refuse('signature.present')
  if (root.attributes.some(one => one.name === 'xmlns:ds' && one.value !== signatureNamespace))
    return refuse('signature.prefix_taken', { prefix: 'ds' })
  const content = canonicalDocument(document, { method: options.canonical ?? 'inclusive' })
  const sealed = await seal(root, content, signer, options)
  if ('refusal' in sealed) return sealed
  const xml = writeDocument(document, { ...root, children: [...root.children, sealed.signature] })
  return { signed: { ...sealed.signed, xml } }
}

/**
 * Signs a message as `buildMessage` wrote it. What the builder writes is the canonical form already, so that it is not
 * read again, unless the schema asks for CDATA or carries foreign markup.
 * Refusals: those of `signEnveloped`, and the XML reader's.
 */
export async function signMessage(
  schema: MessageSchema,
  xml: string,
  signer: Signer,
  options: SignOptions,
): Promise<SignOutcome> {
  const start = `${xmlDeclaration}\n`
  const end = `</${schema.prefix === '' ? '' : `${schema.prefix}:`}${schema.root}>`
  const isCanonical = (options.canonical ?? 'inclusive') === 'inclusive' && isPlain(schema, xml)
  if (!isCanonical || !xml.startsWith(start) || !xml.endsWith(end)) {
    const read = readXml(xml)
    return 'refusal' in read ? read : signEnveloped(read.document, signer, options)
  }
  const sealed = await seal(emptyRoot(schema), xml.slice(start.length), signer, options)
  if ('refusal' in sealed) return sealed
  const signed = `${xml.slice(0, -end.length)}${writeXml(sealed.signature)}${end}`
  return { signed: { ...sealed.signed, xml: signed } }
}

/** Digests the content and signs `SignedInfo`, as it stands in a root with these declarations. */
async function seal(
  root: XmlElement,
  content: string,
  signer: Signer,
  { profile: name, canonical = 'inclusive', keyName }: SignOptions,
): Promise<Sealed> {
  const profile = profiles[name]
  if (signer.algorithm !== profile.algorithm)
    return refuse('signature.algorithm_refused', { found: signer.algorithm, needed: profile.algorithm })
  const digestValue = digestOf(content, profile.digest).toString('base64')
  const { signature, signedInfo } = signatureElement(root, { profile, canonical, digestValue })
  const signedText = canonicalElement(signedInfo, { method: canonical })
  const value = await signBytes(signer, Buffer.from(signedText, 'utf8'))
  if ('refusal' in value) return value
  const signatureValue = Buffer.from(value.bytes).toString('base64')
  completeSignature(signature, signatureValue, {
    keyName: keyName ?? signer.certificate?.serialNumber,
    certificate: signer.certificate?.base64,
  })
  return { signature, signed: { signedInfo: signedText, digestValue, signatureValue } }
}

/** The digest of a text's UTF-8 bytes. */
export function digestOf(text: string, name: DigestName): Buffer {
  return hash(name, text, 'buffer')
}

/** Signs bytes by a port that may fail outside of us. */
export async function signBytes(
  signer: Signer,
  bytes: Uint8Array,
): Promise<{ readonly bytes: Uint8Array } | { readonly refusal: SignatureRefusal }> {
  try {
    return { bytes: await signer.sign(bytes) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return refuse('signature.signer_failed', { detail: detail.slice(0, 200) })
  }
}

/** The root of a schema's messages, as far as what stands in it must know it: its declaration. */
function emptyRoot({ root, prefix, namespace }: MessageSchema): XmlElement {
  const xmlns = 'http://www.w3.org/2000/xmlns/'
  const declaration =
    prefix === ''
      ? { name: 'xmlns', prefix: '', local: 'xmlns', namespace: xmlns, value: namespace }
      : { name: `xmlns:${prefix}`, prefix: 'xmlns', local: prefix, namespace: xmlns, value: namespace }
  return {
    kind: 'element',
    name: prefix === '' ? root : `${prefix}:${root}`,
    prefix,
    local: root,
    namespace,
    attributes: namespace === '' ? [] : [declaration],
    children: [],
    parent: undefined,
    place: undefined,
  }
}

function writeDocument({ before, after }: XmlDocument, root: XmlElement): string {
  const aside = (nodes: XmlDocument['before']) =>
    nodes.flatMap(node =>
      node.kind === 'instruction'
        ? [node.body === '' ? `<?${node.target}?>` : `<?${node.target} ${node.body}?>`]
        : [],
    )
  return [xmlDeclaration, ...aside(before), writeXml(root), ...aside(after)].join('\n')
}

const refuse = (code: SignatureCode, params: SignatureRefusal['params'] = {}) => ({
  refusal: { code, params },
})

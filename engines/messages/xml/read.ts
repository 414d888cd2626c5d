import { SaxesParser, type SaxesTagNS } from 'saxes'
import { decodeUtf8 } from './decode.ts'
import { defaultLimits, type XmlLimits } from './limits.ts'
import { type XmlCode, type XmlRefusal, XmlRefused } from './refusal.ts'
import type { XmlAttribute, XmlComment, XmlDocument, XmlElement, XmlInstruction, XmlNode } from './tree.ts'

export type XmlRead = { readonly document: XmlDocument } | { readonly refusal: XmlRefusal }

/**
 * Reads a document that may be hostile: XML 1.0 with namespaces, UTF-8, no document type and so no entities but the
 * five of XML itself, within bounds. Nothing outside the document is ever fetched.
 *
 * @param source the bytes as they came, or text that was decoded already
 * @param limits bounds that differ from `defaultLimits`
 */
export function readXml(source: Uint8Array | string, limits: Partial<XmlLimits> = {}): XmlRead {
  const bounds = { ...defaultLimits, ...limits }
  try {
    // A text of n UTF-16 units has at least n bytes, so that the cheap test is never too strict.
    if (source.length > bounds.bytes) throw new XmlRefused('xml.too_large', { limit: bounds.bytes })
    const text = typeof source === 'string' ? source : decodeUtf8(source)
    return { document: new TreeReader(bounds).read(text) }
  } catch (error) {
    if (error instanceof XmlRefused) return { refusal: error.refusal }
    throw error
  }
}

interface OpenElement extends XmlElement {
  readonly attributes: XmlAttribute[]
  readonly children: XmlNode[]
  readonly parent: OpenElement | undefined
}

class TreeReader {
  readonly #bounds: XmlLimits
  readonly #parser = new TreeParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  readonly #before: (XmlComment | XmlInstruction)[] = []
  readonly #after: (XmlComment | XmlInstruction)[] = []
  #root: OpenElement | undefined
  #open: OpenElement | undefined
  #depth = 0
  #nodes = 0
  #attributes = 0
  #line = 1
  #column = 1

  constructor(bounds: XmlLimits) {
    this.#bounds = bounds
  }

  read(text: string): XmlDocument {
    if (text.trim() === '') throw new XmlRefused('xml.empty')
    const before = reading
    reading = this
    try {
      this.#parser.write(text).close()
    } finally {
      reading = before
    }
    if (!this.#root) return this.refuse('xml.not_well_formed', { detail: 'no root element' })
    return { root: this.#root, before: this.#before, after: this.#after }
  }

  declared(version: string | undefined, encoding: string | undefined): void {
    if (version !== '1.0') this.refuse('xml.version_unsupported', { found: version ?? '' })
    if (encoding !== undefined && encoding.toUpperCase() !== 'UTF-8')
      this.refuse('xml.encoding_unsupported', { found: encoding.slice(0, 40), needed: 'UTF-8' })
  }

  /** The parser stands behind the name's first delimiter: the tag began its name and two characters earlier. */
  starts(name: string): void {
    this.#named(name)
    if (++this.#depth > this.#bounds.depth) this.refuse('xml.too_deep', { limit: this.#bounds.depth })
    this.#count()
    this.#attributes = 0
    this.#line = this.#parser.line
    this.#column = this.#parser.column - name.length - 1
  }

  attribute(name: string, value: string): void {
    this.#named(name)
    if (++this.#attributes > this.#bounds.attributes)
      this.refuse('xml.too_many_attributes', { limit: this.#bounds.attributes })
    this.#bounded(value)
  }

  opens(tag: SaxesTagNS): void {
    const parent = this.#open
    const element: OpenElement = {
      kind: 'element',
      name: tag.name,
      prefix: tag.prefix,
      local: tag.local,
      namespace: tag.uri,
      attributes: this.#attributes === 0 ? [] : Object.values(tag.attributes).map(attributeOf),
      children: [],
      parent,
      place: { line: this.#line, column: this.#column },
    }
    if (parent) parent.children.push(element)
    else this.#root = element
    this.#open = element
  }

  closes(): void {
    this.#depth--
    this.#open = this.#open?.parent
  }

  text(text: string, cdata: boolean): void {
    if (!this.#open || (text === '' && !cdata)) return
    this.#count()
    this.#open.children.push({ kind: 'text', text: this.#bounded(text), cdata })
  }

  comment(text: string): void {
    this.#aside({ kind: 'comment', text: this.#bounded(text) })
  }

  instruction(target: string, body: string): void {
    this.#aside({ kind: 'instruction', target, body: this.#bounded(body) })
  }

  #aside(node: XmlComment | XmlInstruction): void {
    this.#count()
    if (this.#open) this.#open.children.push(node)
    else (this.#root ? this.#after : this.#before).push(node)
  }

  #count(): void {
    if (++this.#nodes > this.#bounds.nodes) this.refuse('xml.too_many_nodes', { limit: this.#bounds.nodes })
  }

  #named(name: string): void {
    if (name.length > this.#bounds.name) this.refuse('xml.name_too_long', { limit: this.#bounds.name })
  }

  #bounded(text: string): string {
    if (text.length > this.#bounds.text) this.refuse('xml.text_too_long', { limit: this.#bounds.text })
    return text
  }

  malformed(message: string): never {
    // "line:column: what", and the place is told apart.
    const detail = message.replace(/^\d+:\d+: /, '').slice(0, 200)
    if (/undefined entity/.test(detail)) return this.refuse('xml.entity_refused')
    const code = /namespace|xmlns|prefix/i.test(detail) ? 'xml.bad_namespace' : 'xml.not_well_formed'
    return this.refuse(code, { detail })
  }

  refuse(code: XmlCode, params: XmlRefusal['params'] = {}): never {
    const place = { line: this.#parser.line, column: this.#parser.column + 1 }
    const names: string[] = []
    for (let at = this.#open; at; at = at.parent) names.unshift(at.local)
    throw new XmlRefused(code, params, place, names.join('/'))
  }
}

/** The document that is being read; reading is synchronous, so there is one at a time. */
let reading: TreeReader | undefined

/**
 * The handlers stand on the prototype: eleven of them set on each parser make V8 keep it as a slow dictionary, and
 * reading takes four times as long (bench messages.parse).
 */
class TreeParser extends SaxesParser<{ xmlns: true; forceXMLVersion: true; defaultXMLVersion: '1.0' }> {}

const heard = TreeParser.prototype
heard.on('xmldecl', ({ version, encoding }) => reading?.declared(version, encoding))
heard.on('doctype', () => reading?.refuse('xml.doctype_refused'))
heard.on('error', error => reading?.malformed(error.message))
heard.on('opentagstart', tag => reading?.starts(tag.name))
heard.on('attribute', ({ name, value }) => reading?.attribute(name, value))
heard.on('opentag', tag => reading?.opens(tag))
heard.on('closetag', () => reading?.closes())
heard.on('text', text => reading?.text(text, false))
heard.on('cdata', text => reading?.text(text, true))
heard.on('comment', text => reading?.comment(text))
heard.on('processinginstruction', ({ target, body }) => reading?.instruction(target, body))

const attributeOf = (of: SaxesTagNS['attributes'][string]): XmlAttribute => ({
  name: of.name,
  prefix: of.name.includes(':') ? of.prefix : '',
  local: of.local,
  namespace: of.uri,
  value: of.value,
})

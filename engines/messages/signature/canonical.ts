import type { XmlAttribute, XmlDocument, XmlElement, XmlInstruction } from '../xml/tree.ts'
import { escapeAttribute, escapeText } from '../xml/write.ts'
import type { CanonicalMethod } from './algorithm.ts'

export interface CanonicalOptions {
  readonly method: CanonicalMethod
  /** An element that is left out with all its content (the enveloped-signature transform). */
  readonly without?: XmlElement | undefined
  /** Exclusive only: prefixes that are treated as the inclusive form does; '' is the default namespace. */
  readonly inclusivePrefixes?: readonly string[]
}

/** Prefix → URI; '' is the default namespace. */
type Scope = ReadonlyMap<string, string>

const none: Scope = new Map()
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

/**
 * The canonical form of a whole document without comments: its root and the instructions around it
 * (Canonical XML 1.0 §2.1, §2.3; Exclusive XML Canonicalization 1.0 §3).
 */
export function canonicalDocument(document: XmlDocument, options: CanonicalOptions): string {
  const instructions = (nodes: XmlDocument['before']) => nodes.filter(node => node.kind === 'instruction')
  const before = instructions(document.before).map(one => `${instruction(one)}\n`)
  const after = instructions(document.after).map(one => `\n${instruction(one)}`)
  return `${before.join('')}${canonicalElement(document.root, options)}${after.join('')}`
}

/**
 * The canonical form of one element with its content. The inclusive form takes over what its ancestors declare:
 * namespaces, and attributes of the `xml` prefix (Canonical XML 1.0 §2.4).
 */
export function canonicalElement(element: XmlElement, options: CanonicalOptions): string {
  const inherited = scopeOf(element.parent)
  if (options.method === 'exclusive') return write(element, inherited, none, [], options)
  return write(element, inherited, none, inheritedXml(element), options)
}

/** Everything that is declared above an element, the nearest declaration winning. */
function scopeOf(element: XmlElement | undefined): Scope {
  if (!element) return none
  return declaredIn(element, scopeOf(element.parent))
}

function declaredIn(element: XmlElement, outer: Scope): Scope {
  const own = element.attributes.filter(isDeclaration)
  if (own.length === 0) return outer
  const scope = new Map(outer)
  for (const { name, local, value } of own) scope.set(name === 'xmlns' ? '' : local, value)
  return scope
}

const isDeclaration = ({ name, prefix }: XmlAttribute) => name === 'xmlns' || prefix === 'xmlns'

function inheritedXml(element: XmlElement): XmlAttribute[] {
  const found = new Map<string, XmlAttribute>()
  for (let at = element.parent; at; at = at.parent) {
    for (const one of at.attributes)
      if (one.prefix === 'xml' && !found.has(one.local)) found.set(one.local, one)
  }
  for (const own of element.attributes) if (own.prefix === 'xml') found.delete(own.local)
  return [...found.values()]
}

/** @param rendered the namespaces that the element's output ancestors have written already */
function write(
  element: XmlElement,
  outer: Scope,
  rendered: Scope,
  extra: readonly XmlAttribute[],
  options: CanonicalOptions,
): string {
  const scope = declaredIn(element, outer)
  const wanted = options.method === 'inclusive' ? scope : utilized(element, scope, options.inclusivePrefixes)
  const news = fresh(wanted, rendered)
  // The inclusive form has written all that is in scope.
  const inside = written(options, scope, rendered, news)
  let tag = element.name
  for (const [prefix, uri] of news)
    tag += ` ${prefix ? `xmlns:${prefix}` : 'xmlns'}="${escapeAttribute(uri)}"`
  for (const { name, value } of sorted(element, extra)) tag += ` ${name}="${escapeAttribute(value)}"`
  let content = ''
  for (const child of element.children) {
    if (child === options.without) continue
    if (child.kind === 'element') content += write(child, scope, inside, [], options)
    else if (child.kind === 'text') content += escapeText(child.text)
    else if (child.kind === 'instruction') content += instruction(child)
  }
  return `<${tag}>${content}</${element.name}>`
}

function written(options: CanonicalOptions, scope: Scope, rendered: Scope, news: [string, string][]): Scope {
  if (options.method === 'inclusive') return scope
  return news.length === 0 ? rendered : new Map([...rendered, ...news])
}

/** Declarations that are to be written: not the same as what already stands above; an empty default only to undo one. */
function fresh(wanted: Scope, rendered: Scope): [string, string][] {
  if (wanted === rendered) return []
  const news = [...wanted].filter(
    ([prefix, uri]) => prefix !== 'xml' && (rendered.get(prefix) ?? (prefix ? undefined : '')) !== uri,
  )
  return news.length < 2 ? news : news.sort(([a], [b]) => byCharacter(a, b))
}

/** The prefixes that an element and its attributes use themselves, and those of the list that are in scope. */
function utilized(element: XmlElement, scope: Scope, listed: readonly string[] = []): Scope {
  const used = new Map([[element.prefix, element.namespace]])
  for (const one of element.attributes) {
    if (one.prefix !== '' && !isDeclaration(one)) used.set(one.prefix, one.namespace)
  }
  for (const prefix of listed) {
    const uri = scope.get(prefix)
    if (uri !== undefined) used.set(prefix, uri)
  }
  return used
}

function sorted(element: XmlElement, extra: readonly XmlAttribute[]): readonly XmlAttribute[] {
  if (element.attributes.length === 0 && extra.length === 0) return extra
  const plain = [...element.attributes.filter(one => !isDeclaration(one)), ...extra]
  if (plain.length < 2) return plain
  return plain.sort((a, b) => byCharacter(namespaceOf(a), namespaceOf(b)) || byCharacter(a.local, b.local))
}

const namespaceOf = (one: XmlAttribute) => (one.prefix === 'xml' ? xmlNamespace : one.namespace)

/** By code points and not by UTF-16 units (Canonical XML 1.0 §2.2: UCS character code). */
function byCharacter(a: string, b: string): number {
  if (a === b) return 0
  const [left, right] = [[...a], [...b]]
  const at = left.findIndex((one, i) => one !== right[i])
  if (at < 0) return -1
  return left[at]!.codePointAt(0)! - (right[at]?.codePointAt(0) ?? -1)
}

function instruction({ target, body }: XmlInstruction): string {
  return body === '' ? `<?${target}?>` : `<?${target} ${body.replaceAll('\r', '&#xD;')}?>`
}

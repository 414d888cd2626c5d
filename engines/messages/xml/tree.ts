/** Where something begins, as an editor counts: both from 1, columns in characters. */
export interface XmlPlace {
  readonly line: number
  readonly column: number
}

/**
 * An attribute as it was written. Namespace declarations stand among them, in their place: `xmlns` has no prefix
 * and the local name `xmlns`, `xmlns:a` the prefix `xmlns` and the local name `a`.
 */
export interface XmlAttribute {
  /** The name as written, with its prefix. */
  readonly name: string
  readonly prefix: string
  readonly local: string
  /** The URI of its namespace; '' for an attribute without a prefix. */
  readonly namespace: string
  /** Normalised as XML 1.0 §3.3.3 says, references replaced. */
  readonly value: string
}

export interface XmlText {
  readonly kind: 'text'
  /** Line ends are normalised to \n (XML 1.0 §2.11), references replaced. */
  readonly text: string
  /** Written as a CDATA section; its canonical form is that of text. */
  readonly cdata: boolean
}

export interface XmlComment {
  readonly kind: 'comment'
  readonly text: string
}

export interface XmlInstruction {
  readonly kind: 'instruction'
  readonly target: string
  readonly body: string
}

/**
 * An element with all that its canonical form needs: names as written, the namespaces they stand for, attributes and
 * content in document order, and the way up for the namespaces in scope.
 */
export interface XmlElement {
  readonly kind: 'element'
  /** The name as written, with its prefix. */
  readonly name: string
  readonly prefix: string
  readonly local: string
  /** The URI of its namespace; '' for none. */
  readonly namespace: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlNode[]
  readonly parent: XmlElement | undefined
  /** Of its start tag; undefined where it was made and not read. */
  readonly place: XmlPlace | undefined
}

export type XmlNode = XmlElement | XmlText | XmlComment | XmlInstruction

export interface XmlDocument {
  readonly root: XmlElement
  /** Comments and instructions before the root. */
  readonly before: readonly (XmlComment | XmlInstruction)[]
  /** Comments and instructions after the root. */
  readonly after: readonly (XmlComment | XmlInstruction)[]
}

/** The child elements, in document order. */
export function childElements(of: XmlElement): XmlElement[] {
  return of.children.filter(child => child.kind === 'element')
}

/** The first child element of that name; undefined where there is none. */
export function childElement(of: XmlElement, namespace: string, local: string): XmlElement | undefined {
  for (const child of of.children) {
    if (child.kind === 'element' && child.local === local && child.namespace === namespace) return child
  }
  return undefined
}

/** The text that stands directly in an element, CDATA sections among it; comments are left out. */
export function textOf(of: XmlElement): string {
  const [only] = of.children
  if (of.children.length === 1 && only?.kind === 'text') return only.text
  let text = ''
  for (const child of of.children) if (child.kind === 'text') text += child.text
  return text
}

/** The value of an attribute without a prefix; undefined where it is not there. */
export function attributeOf(of: XmlElement, local: string): string | undefined {
  return of.attributes.find(one => one.name === local)?.value
}

/** The way to an element by local names, counted where a name stands more than once: `A/B[2]/c`. */
export function pathOf(element: XmlElement): string {
  const { parent } = element
  if (!parent) return element.local
  let same = 0
  let number = 0
  for (const one of parent.children) {
    if (one.kind !== 'element' || one.local !== element.local) continue
    same++
    if (one === element) number = same
  }
  return `${pathOf(parent)}/${element.local}${same > 1 ? `[${number}]` : ''}`
}

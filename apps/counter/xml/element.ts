/** An attribute that is no namespace declaration. */
export interface Attribute {
  readonly name: string
  readonly local: string
  readonly uri: string
  readonly value: string
}

/** An element as it was read. Comments are gone, CDATA is text, namespaces are resolved. */
export interface Element {
  readonly name: string
  readonly local: string
  readonly uri: string
  readonly attributes: readonly Attribute[]
  /** Namespaces declared on this element: prefix ('' the default one) and address. */
  readonly declared: ReadonlyMap<string, string>
  readonly children: readonly (Element | string)[]
  readonly parent: Element | undefined
}

export function elementsOf(element: Element): Element[] {
  return element.children.filter(child => typeof child !== 'string')
}

export function childOf(element: Element, local: string): Element | undefined {
  return element.children.find(
    (child): child is Element => typeof child !== 'string' && child.local === local,
  )
}

/** The text directly in an element. */
export function textOf(element: Element | undefined): string {
  if (element === undefined) return ''
  const { children } = element
  if (children.length === 1 && typeof children[0] === 'string') return children[0]
  return children.filter(child => typeof child === 'string').join('')
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attributes.find(one => one.name === name)?.value
}

/** The namespaces in scope on an element, its own and its ancestors'. */
export function scopeOf(element: Element | undefined): Map<string, string> {
  const scope = element?.parent ? scopeOf(element.parent) : new Map<string, string>()
  for (const [prefix, uri] of element?.declared ?? []) scope.set(prefix, uri)
  return scope
}

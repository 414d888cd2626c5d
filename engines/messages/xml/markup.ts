import { childElements, type XmlAttribute, type XmlElement } from './tree.ts'
import { writeXml } from './write.ts'

const XMLNS = 'http://www.w3.org/2000/xmlns/'

/**
 * The child elements of an element as text that can stand anywhere: the namespaces that they use and that are declared
 * further up are declared on them. Text and comments between them are left out.
 */
export function innerMarkup(element: XmlElement): string {
  const inScope = declarationsInScope(element)
  return childElements(element)
    .map(child => writeXml(selfContained(child, inScope)))
    .join('')
}

function selfContained(element: XmlElement, inScope: ReadonlyMap<string, XmlAttribute>): XmlElement {
  const missing = [...prefixesOf(element)]
    .sort()
    .map(prefix => inScope.get(prefix))
    .filter(one => one !== undefined && !element.attributes.some(({ name }) => name === one.name))
  const added = missing.filter(one => one !== undefined && one.value !== '') as XmlAttribute[]
  return added.length === 0 ? element : { ...element, attributes: [...added, ...element.attributes] }
}

/** What is declared on the element and above it, by prefix ('' for the default namespace), the nearest first. */
function declarationsInScope(element: XmlElement): Map<string, XmlAttribute> {
  const found = new Map<string, XmlAttribute>()
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    for (const one of at.attributes) {
      if (one.namespace !== XMLNS && one.name !== 'xmlns') continue
      const prefix = one.name === 'xmlns' ? '' : one.local
      if (!found.has(prefix)) found.set(prefix, one)
    }
  }
  return found
}

/** Prefixes used by an element, its attributes and all under it. */
function prefixesOf(element: XmlElement, into = new Set<string>()): Set<string> {
  into.add(element.prefix)
  for (const { prefix, namespace } of element.attributes)
    if (prefix !== '' && namespace !== XMLNS) into.add(prefix)
  for (const child of childElements(element)) prefixesOf(child, into)
  return into
}

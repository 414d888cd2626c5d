import { type Element, scopeOf } from './element.ts'

/**
 * Canonical XML 1.0 without comments (W3C 2001-03-15) of an element that may stand inside a document: all
 * namespaces in scope are declared on it.
 * @param without an element that is left out, as the enveloped-signature transform does
 */
export function canonical(element: Element, without?: Element): string {
  const scope = scopeOf(element)
  scope.delete('xml')
  return written(element, scope, new Map(), without)
}

function written(
  element: Element,
  scope: ReadonlyMap<string, string>,
  shown: ReadonlyMap<string, string>,
  without: Element | undefined,
): string {
  let now = shown
  let out = `<${element.name}`
  if (element.declared.size > 0 || shown.size === 0) {
    const fresh = [...scope].filter(([prefix, uri]) => (shown.get(prefix) ?? '') !== uri)
    fresh.sort(([a], [b]) => compare(a, b))
    for (const [prefix, uri] of fresh) out += ` xmlns${prefix && `:${prefix}`}="${inAttribute(uri)}"`
    if (fresh.length > 0) now = new Map([...shown, ...fresh])
  }
  if (element.attributes.length > 0) {
    const sorted = [...element.attributes].sort((a, b) => compare(a.uri, b.uri) || compare(a.local, b.local))
    for (const { name, value } of sorted) out += ` ${name}="${inAttribute(value)}"`
  }
  out += '>'
  for (const child of element.children) {
    if (typeof child === 'string') out += inText(child)
    else if (child !== without) out += written(child, within(child, scope), now, without)
  }
  return `${out}</${element.name}>`
}

function within(child: Element, scope: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return child.declared.size === 0 ? scope : new Map([...scope, ...child.declared])
}

/** By code points, as the standard sorts. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function inText(text: string): string {
  if (!/[&<>\r]/.test(text)) return text
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#xD;')
}

function inAttribute(text: string): string {
  if (!/[&<"\t\n\r]/.test(text)) return text
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/\t/g, '&#x9;')
    .replace(/\n/g, '&#xA;')
    .replace(/\r/g, '&#xD;')
}

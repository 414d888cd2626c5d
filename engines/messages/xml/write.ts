import type { XmlElement, XmlNode } from './tree.ts'

/** The declaration that stands before every document we write. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>'

// XML 1.0 §2.2: tab, line feed, carriage return and everything from the space on, but no lone surrogate, FFFE, FFFF.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the forbidden ones are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** Whether a text can stand in an XML document at all; what cannot is refused before it is written. */
export function isXmlText(text: string): boolean {
  return !forbidden.test(text) && text.isWellFormed()
}

const inText: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' }
const inAttribute: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

/** A text between tags as Canonical XML 1.0 §2.3 writes it, so that a carriage return survives the reading. */
export function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, one => inText[one]!) : text
}

/** The value of an attribute as Canonical XML 1.0 §2.3 writes it, to stand in double quotes. */
export function escapeAttribute(value: string): string {
  return /[&<"\t\n\r]/.test(value) ? value.replace(/[&<"\t\n\r]/g, one => inAttribute[one]!) : value
}

/**
 * Writes an element as it stands in the tree: names, attributes and namespace declarations in their order, CDATA as
 * CDATA. It declares no namespace by itself. What was read comes out the same but for the spelling of tags and
 * references.
 */
export function writeXml(element: XmlElement): string {
  let attributes = ''
  for (const { name, value } of element.attributes) attributes += ` ${name}="${escapeAttribute(value)}"`
  let content = ''
  for (const child of element.children) content += writeNode(child)
  return `<${element.name}${attributes}>${content}</${element.name}>`
}

function writeNode(node: XmlNode): string {
  switch (node.kind) {
    case 'element':
      return writeXml(node)
    case 'text':
      return node.cdata ? writeCdata(node.text) : escapeText(node.text)
    case 'comment':
      return `<!--${node.text}-->`
    case 'instruction':
      return node.body === '' ? `<?${node.target}?>` : `<?${node.target} ${node.body}?>`
  }
}

/** A CDATA section; its own end and a carriage return, which no section can hold, are written between two. */
export function writeCdata(text: string): string {
  const held = text.replaceAll(']]>', ']]]]><![CDATA[>').replaceAll('\r', ']]>&#xD;<![CDATA[')
  return `<![CDATA[${held}]]>`
}

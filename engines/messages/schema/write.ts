import { escapeAttribute, escapeText, writeCdata, xmlDeclaration } from '../xml/write.ts'
import { compiled, type ReadyGroup, type ReadyMember } from './compile.ts'
import type { MessageSchema } from './message.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Writes a value that was judged good. Behind the declaration stands the document's canonical form (Canonical XML
 * 1.0), where no CDATA section is asked for: a digest over it needs no second reading.
 */
export function writeValue(schema: MessageSchema, value: unknown): string {
  const content = compiled(schema)
  const { prefix, namespace } = schema
  const name = prefix === '' ? schema.root : `${prefix}:${schema.root}`
  const declared = namespace === '' ? '' : ` xmlns${prefix === '' ? '' : `:${prefix}`}="${namespace}"`
  const fields = value as Fields
  const start = `<${name}${declared}${writtenAttributes(content, fields)}>`
  return `${xmlDeclaration}\n${start}${writtenElements(content, fields)}</${name}>`
}

/** In the order of Canonical XML 1.0 §2.2: by name. */
function writtenAttributes(of: ReadyGroup, fields: Fields): string {
  if (of.attributes.length === 0) return ''
  return [...of.attributes]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter(({ name }) => fields[name] !== undefined)
    .map(({ name, open, close }) => `${open}${escapeAttribute(fields[name] as string)}${close}`)
    .join('')
}

function writtenElements(of: ReadyGroup, fields: Fields): string {
  let xml = ''
  for (const one of of.elements) {
    const value = fields[one.name]
    if (value === undefined) continue
    if (one.isMany) for (const item of value as readonly unknown[]) xml += writtenElement(one, item)
    else xml += writtenElement(one, value)
  }
  return xml
}

function writtenElement({ group, kind, open, close, member }: ReadyMember, value: unknown): string {
  if (!group) {
    return open + writtenText(member, kind, value as string) + close
  }
  const fields = value as Fields
  const start =
    group.attributes.length === 0 ? open : `${open.slice(0, -1)}${writtenAttributes(group, fields)}>`
  return start + writtenElements(group, fields) + close
}

function writtenText(member: ReadyMember['member'], kind: ReadyMember['kind'], text: string): string {
  if (kind?.isMarkup) return text
  return member.isCdata ? writeCdata(text) : escapeText(text)
}

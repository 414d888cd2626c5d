import { type Group, isGroup } from '../schema/member.ts'
import type { MessageSchema } from '../schema/message.ts'

const known = new WeakMap<MessageSchema, readonly string[]>()

/**
 * Whether what the builder wrote of a schema is its canonical form: nothing stands there as a CDATA section or as
 * markup of the sender's own. A text that only looks like such a tag is written escaped.
 */
export function isPlain(schema: MessageSchema, xml: string): boolean {
  let tags = known.get(schema)
  if (!tags) {
    tags = [...namesOf(schema.content)].map(
      name => `<${schema.prefix === '' ? '' : `${schema.prefix}:`}${name}>`,
    )
    known.set(schema, tags)
  }
  return tags.every(tag => !xml.includes(tag))
}

/** The elements that are written in a way of their own. */
function namesOf({ members }: Group, into = new Set<string>()): Set<string> {
  for (const [name, { of, isCdata }] of Object.entries(members)) {
    if (isGroup(of)) namesOf(of, into)
    else if (isCdata || of.isMarkup) into.add(name)
  }
  return into
}

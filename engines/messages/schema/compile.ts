import type { Kind } from './kind.ts'
import { type Group, isGroup, type Member } from './member.ts'
import type { MessageSchema } from './message.ts'

/** A member made ready for reading and writing. */
export interface ReadyMember {
  readonly name: string
  /** Its number among the elements of the group. */
  readonly index: number
  readonly member: Member
  readonly kind: Kind | undefined
  readonly group: ReadyGroup | undefined
  readonly isMany: boolean
  readonly isRequired: boolean
  readonly open: string
  readonly close: string
}

export interface ReadyGroup {
  readonly attributes: readonly ReadyMember[]
  readonly elements: readonly ReadyMember[]
  readonly byName: ReadonlyMap<string, ReadyMember>
  readonly isAnyOrder: boolean
  readonly ignoresUnknown: boolean
}

const ready = new WeakMap<MessageSchema, ReadyGroup>()

/** The schema's content with names, tags and look-ups laid out; made once per schema. */
export function compiled(schema: MessageSchema): ReadyGroup {
  let made = ready.get(schema)
  if (!made) {
    made = readyGroup(schema.content, schema.prefix === '' ? '' : `${schema.prefix}:`)
    ready.set(schema, made)
  }
  return made
}

function readyGroup(of: Group, prefix: string): ReadyGroup {
  const attributes: ReadyMember[] = []
  const elements: ReadyMember[] = []
  for (const [name, member] of Object.entries(of.members)) {
    const list = member.isAttribute ? attributes : elements
    list.push(readyMember(name, list.length, member, prefix))
  }
  return {
    attributes,
    elements,
    byName: new Map(elements.map(one => [one.name, one])),
    isAnyOrder: of.isAnyOrder,
    ignoresUnknown: of.unknown === 'ignored',
  }
}

function readyMember(name: string, index: number, member: Member, prefix: string): ReadyMember {
  const { of } = member
  return {
    name,
    index,
    member,
    kind: isGroup(of) ? undefined : of,
    group: isGroup(of) ? readyGroup(of, prefix) : undefined,
    isMany: member.presence === 'many',
    isRequired: member.presence === 'required',
    open: member.isAttribute ? ` ${name}="` : `<${prefix}${name}>`,
    close: member.isAttribute ? '"' : `</${prefix}${name}>`,
  }
}

import type { Kind } from '../kind.ts'
import { type Group, isGroup } from '../member.ts'
import type { MessageSchema } from '../message.ts'

/** A value made wrong in one way, with the code it must be refused by. */
export interface Mutation {
  readonly name: string
  readonly code: string
  readonly value: unknown
}

type Fields = Readonly<Record<string, unknown>>

/** Every single fault that can be made in a valid value at one of its places, one after the other. */
export function* mutations(schema: MessageSchema, value: unknown): Generator<Mutation> {
  yield* inGroup(schema.content, value as Fields, schema.root)
}

function* inGroup(group: Group, fields: Fields, path: string): Generator<Mutation> {
  if (group.unknown === 'refused')
    yield { name: `${path} + stranger`, code: 'message.unknown_element', value: { ...fields, stranger: '1' } }
  for (const [name, { of, presence, min, max }] of Object.entries(group.members)) {
    const held = fields[name]
    const at = `${path}/${name}`
    const put = (changed: unknown) => ({ ...fields, [name]: changed })
    if (presence === 'required')
      yield { name: `${at} missing`, code: 'message.missing', value: put(undefined) }
    if (held === undefined) continue
    const items = presence === 'many' ? (held as readonly unknown[]) : [held]
    if (presence === 'many') {
      if (min > 0) yield { name: `${at} none`, code: 'message.missing', value: put([]) }
      if (items.length > 0 && max <= 100)
        yield { name: `${at} too many`, code: 'message.too_many', value: put(Array(max + 1).fill(items[0])) }
    }
    for (const [i, item] of items.entries()) {
      const back = (changed: unknown) => put(presence === 'many' ? items.with(i, changed) : changed)
      const inner = isGroup(of) ? inGroup(of, item as Fields, at) : inText(of, at)
      for (const one of inner) yield { ...one, value: back(one.value) }
    }
  }
}

function* inText(kind: Kind, path: string): Generator<Mutation> {
  yield { name: `${path} empty`, code: 'message.empty', value: '' }
  yield { name: `${path} a number`, code: 'message.not_text', value: 1 }
  yield { name: `${path} a control character`, code: 'message.bad_character', value: 'a\u0001' }
  for (const { text, code } of kind.wrong) yield { name: `${path} ${text.slice(0, 20)}`, code, value: text }
}

import fc from 'fast-check'
import type { Kind } from '../kind.ts'
import { type Group, isGroup, type Member } from '../member.ts'
import type { MessageSchema, MessageValue } from '../message.ts'

/** Whole numbers below a bound, the same ones for the same seed. */
export function pickOf(seed: number): (n: number) => number {
  let state = seed | 0
  return n => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return Math.floor(((state >>> 0) / 4294967296) * n)
  }
}

/** Lists are kept short: what is repeated a hundred times is repeated twice. */
const MANY = 2

/** Valid values of a message, derived from its schema and from nothing else. */
export function valid<S extends MessageSchema>(schema: S): fc.Arbitrary<MessageValue<S>> {
  return ofGroup(schema.content) as fc.Arbitrary<MessageValue<S>>
}

function ofGroup(group: Group): fc.Arbitrary<unknown> {
  const members = Object.entries(group.members)
  const fields = Object.fromEntries(members.map(([name, member]) => [name, ofMember(member)]))
  const requiredKeys = members.filter(([, { presence }]) => presence !== 'optional').map(([name]) => name)
  return fc.record(fields, { requiredKeys, noNullPrototype: true })
}

function ofMember({ of, presence, min, max }: Member): fc.Arbitrary<unknown> {
  const one = isGroup(of) ? ofGroup(of) : ofKind(of)
  if (presence !== 'many') return one
  return fc.array(one, { minLength: min, maxLength: Math.min(max, Math.max(min, MANY)) })
}

/** White space alone is no value, so such a sample is drawn again. */
function ofKind(kind: Kind): fc.Arbitrary<string> {
  return fc.nat().map(seed => {
    const pick = pickOf(seed)
    for (;;) {
      const text = kind.sample(pick)
      if (text.trim() !== '') return text
    }
  })
}

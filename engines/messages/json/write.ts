import { type Group, isGroup, type Member } from '../schema/member.ts'
import { formOf } from './form.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Writes a value that was judged good, in the schema's order and without white space. An optional text that is absent
 * stands there empty, as the counter's own examples have it.
 */
export function writeJson(of: Group, value: unknown): string {
  const fields = value as Fields
  const members = Object.entries(of.members).map(
    ([name, member]) => `${JSON.stringify(name)}:${written(member, fields[name])}`,
  )
  return `{${members.join(',')}}`
}

function written(member: Member, value: unknown): string {
  if (member.presence !== 'many') return held(member, value)
  return `[${(value as readonly unknown[]).map(item => held(member, item)).join(',')}]`
}

function held({ of }: Member, value: unknown): string {
  if (isGroup(of)) return writeJson(of, value)
  if (value === undefined) return '""'
  // A number is written by its own digits: through a float 100.10 would lose its form, and large ones their value.
  return formOf(of) === 'number' ? (value as string) : JSON.stringify(value)
}

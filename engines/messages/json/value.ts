import type { FaultCode, MessageFault } from '../schema/fault.ts'
import { type Group, isGroup, type Member } from '../schema/member.ts'
import { formOf } from './form.ts'
import type { JsonNode } from './tree.ts'

/**
 * Takes the value out of a JSON object by its schema. Faults of shape are told here; whether the texts are good is
 * judged afterwards as for a value that is to be built.
 */
export function jsonValue(of: Group, node: JsonNode, path: string, faults: MessageFault[]): unknown {
  if (node.kind !== 'object') {
    faults.push({ code: 'message.not_a_group', params: {}, path })
    return undefined
  }
  const value: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(of.members)) {
    const found = node.members.get(name)
    if (found) value[name] = taken(member, found, `${path}/${name}`, faults)
  }
  for (const name of node.members.keys()) {
    if (!Object.hasOwn(of.members, name) && of.unknown === 'refused')
      faults.push({ code: 'message.unknown_element', params: {}, path: `${path}/${name.slice(0, 60)}` })
  }
  return value
}

function taken(member: Member, node: JsonNode, path: string, faults: MessageFault[]): unknown {
  if (member.presence !== 'many') return held(member, node, path, faults)
  if (node.kind !== 'array') return tell('message.not_a_list', path, faults)
  return node.items.map((item, i) => held(member, item, `${path}[${i + 1}]`, faults))
}

function held({ of, presence }: Member, node: JsonNode, path: string, faults: MessageFault[]): unknown {
  if (isGroup(of)) return jsonValue(of, node, path, faults)
  const form = formOf(of)
  if (node.kind === 'string' && form !== 'number')
    return node.text === '' && presence === 'optional' ? undefined : node.text
  if (node.kind === 'number' && form !== 'string') return node.raw
  if (node.kind === 'word' && node.raw === 'null' && presence === 'optional') return undefined
  return tell(form === 'number' ? 'message.not_a_number' : 'message.not_text', path, faults, {
    found: node.raw.slice(0, 60),
    expected: of.format,
  })
}

function tell(
  code: FaultCode,
  path: string,
  faults: MessageFault[],
  params: MessageFault['params'] = {},
): undefined {
  faults.push({ code, params, path })
}

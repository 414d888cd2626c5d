import { validateValue } from '../schema/codec.ts'
import type { MessageFault } from '../schema/fault.ts'
import type { MessageSchema, MessageValue } from '../schema/message.ts'
import type { MessageOptions } from '../schema/options.ts'
import { readJson } from './read.ts'
import type { JsonNode, JsonRefusal } from './tree.ts'
import { jsonValue } from './value.ts'
import { writeJson } from './write.ts'

/** Anything wrong with a JSON text: that it is none (`json.*`), or what it says (`message.*`). */
export type JsonFault = MessageFault | JsonRefusal

export type JsonBuilt = { readonly text: string } | { readonly faults: readonly JsonFault[] }
export type JsonParsed<S extends MessageSchema> =
  | { readonly value: MessageValue<S>; readonly node: JsonNode }
  | { readonly faults: readonly JsonFault[] }

/** Judges a value by its schema and writes it as JSON: either the text or all faults at once. */
export function buildJson<S extends MessageSchema>(
  schema: S,
  value: MessageValue<S>,
  options: MessageOptions,
): JsonBuilt {
  const { faults } = validateValue(schema, value, options)
  return faults.length > 0 ? { faults } : { text: writeJson(schema.content, value) }
}

/** What was just written, as a tree of its own pieces. */
export function readBuilt(text: string): JsonNode {
  const read = readJson(text)
  if ('refusal' in read) throw new Error(`what was written does not read: ${read.refusal.code}`)
  return read.node
}

/** Reads a JSON text that may be hostile: either the value, exactly as it was written, or all faults at once. */
export function parseJson<S extends MessageSchema>(
  schema: S,
  text: string,
  options: MessageOptions,
): JsonParsed<S> {
  const read = readJson(text)
  if ('refusal' in read) return { faults: [read.refusal] }
  const shape: MessageFault[] = []
  const value = jsonValue(schema.content, read.node, schema.root, shape)
  if (shape.length > 0) return { faults: shape }
  const { faults } = validateValue(schema, value, options)
  return faults.length > 0 ? { faults } : { value: value as MessageValue<S>, node: read.node }
}

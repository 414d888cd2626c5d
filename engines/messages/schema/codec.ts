import { readXml } from '../xml/read.ts'
import type { XmlCode, XmlRefusal } from '../xml/refusal.ts'
import type { XmlDocument, XmlPlace } from '../xml/tree.ts'
import { ValueJudge } from './check.ts'
import { compiled } from './compile.ts'
import { type FaultParams, type MessageFault, shown } from './fault.ts'
import { Faults } from './faults.ts'
import { judgeConditions } from './judge.ts'
import type { CheckContext } from './kind.ts'
import type { MessageSchema, MessageValue } from './message.ts'
import type { MessageOptions } from './options.ts'
import { TreeValues } from './read.ts'
import { writeValue } from './write.ts'

/** Anything that is wrong with a document: its XML (`xml.*`) or what it says (`message.*`). */
export type AnyFault =
  | MessageFault
  | { readonly code: XmlCode; readonly params: FaultParams; readonly path: string; readonly place?: XmlPlace }

export type Built =
  | { readonly xml: string; readonly unchecked: readonly string[] }
  | { readonly faults: readonly AnyFault[] }

export type Parsed<S extends MessageSchema> =
  | {
      readonly value: MessageValue<S>
      readonly document: XmlDocument
      readonly unchecked: readonly string[]
    }
  | { readonly faults: readonly AnyFault[]; readonly document?: XmlDocument }

/**
 * Judges a value by its schema, the code tables and the conditions of the day, and writes it as a document in UTF-8
 * with its elements in the schema's order. Either the document or all faults at once.
 */
export function buildMessage<S extends MessageSchema>(
  schema: S,
  value: MessageValue<S>,
  options: MessageOptions,
): Built {
  const judged = validateValue(schema, value, options)
  if (judged.faults.length > 0) return { faults: judged.faults }
  return { xml: writeValue(schema, value), unchecked: judged.unchecked }
}

/** The faults of a value, none for a good one, and the tables that were not there to judge it by. */
export function validateValue(
  schema: MessageSchema,
  value: unknown,
  options: MessageOptions,
): { readonly faults: readonly MessageFault[]; readonly unchecked: readonly string[] } {
  const faults = new Faults()
  const context = contextOf(options)
  new ValueJudge(schema.root, context, faults).group(compiled(schema), value)
  if (faults.isEmpty) judgeConditions(schema, value, options, faults)
  return { faults: faults.list(), unchecked: [...context.unchecked] }
}

/**
 * Reads a document that may be hostile as this message: its XML within bounds, its shape, every value, the
 * conditions. Either the value, exactly as it was written, or all faults at once with their places.
 */
export function parseMessage<S extends MessageSchema>(
  schema: S,
  source: Uint8Array | string,
  options: MessageOptions,
): Parsed<S> {
  const read = readXml(source, options.limits)
  if ('refusal' in read) return { faults: [faultOf(read.refusal)] }
  return parseDocument(schema, read.document, options)
}

/** `parseMessage` for a document that was read already. */
export function parseDocument<S extends MessageSchema>(
  schema: S,
  document: XmlDocument,
  options: MessageOptions,
): Parsed<S> {
  const { root } = document
  const faults = new Faults()
  const tell = (code: 'message.wrong_root' | 'message.wrong_namespace', found: string, expected: string) =>
    faults.add(code, () => shown(root.local), { found: shown(found), expected }, root.place)
  if (root.local !== schema.root) tell('message.wrong_root', root.local, schema.root)
  else if (root.namespace !== schema.namespace)
    tell('message.wrong_namespace', root.namespace, schema.namespace)
  if (!faults.isEmpty) return { faults: faults.list(), document }
  const context = contextOf(options)
  const value = new TreeValues(schema.namespace, schema.besides, context, faults).group(
    compiled(schema),
    root,
  )
  if (faults.isEmpty) judgeConditions(schema, value, options, faults)
  return faults.isEmpty
    ? { value: value as MessageValue<S>, document, unchecked: [...context.unchecked] }
    : { faults: faults.list(), document }
}

const contextOf = ({ tables, day }: MessageOptions): CheckContext => ({ tables, day, unchecked: new Set() })

/** A refusal of the XML reader as a fault of the message. */
export function faultOf({ code, params, path, place }: XmlRefusal): AnyFault {
  return { code, params, path, ...(place && { place }) }
}

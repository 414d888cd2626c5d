import { readXml } from '../xml/read.ts'
import type { XmlDocument } from '../xml/tree.ts'
import { type AnyFault, faultOf, parseDocument } from './codec.ts'
import { shown } from './fault.ts'
import type { MessageSchema } from './message.ts'
import type { MessageOptions } from './options.ts'

/** A message whose kind was not known beforehand. */
export type ParsedAny =
  | {
      readonly schema: MessageSchema
      readonly value: Readonly<Record<string, unknown>>
      readonly document: XmlDocument
      readonly unchecked: readonly string[]
    }
  | { readonly faults: readonly AnyFault[]; readonly schema?: MessageSchema; readonly document?: XmlDocument }

/**
 * Reads a document by what its root element says it is.
 *
 * @param schemaOf the schema for the local name of a root; undefined where there is none
 */
export function parseAny(
  schemaOf: (root: string) => MessageSchema | undefined,
  source: Uint8Array | string,
  options: MessageOptions,
): ParsedAny {
  const read = readXml(source, options.limits)
  if ('refusal' in read) return { faults: [faultOf(read.refusal)] }
  const { document } = read
  const { local, place } = document.root
  const schema = schemaOf(local)
  if (!schema) {
    const params = { found: shown(local) }
    return {
      faults: [{ code: 'message.unknown_kind', params, path: shown(local), ...(place && { place }) }],
      document,
    }
  }
  const parsed = parseDocument(schema, document, options)
  return { ...parsed, schema } as ParsedAny
}

import { Readable } from 'node:stream'
import type { Definition, Outcome } from '../command/index.ts'
import type { Host } from '../host/index.ts'
import type { Actor } from '../identity/index.ts'
import { isRefusal } from '../refusal/index.ts'

/** The input of an example, after the calls that it needs were made. */
export interface Prepared {
  readonly input: unknown
  readonly uploaded: boolean
  /** Answers of the calls made before. */
  readonly outputs: readonly unknown[]
}

/**
 * Makes the calls that a definition's example needs.
 * @param by who makes a call of that name
 */
export async function prepareExample(
  host: Host,
  definition: Definition,
  by: (call: Definition) => Actor,
): Promise<Prepared> {
  const outputs: unknown[] = []
  for (const { call, input, content } of definition.example.given ?? []) {
    const needed = host.registry().find(call)
    if (!needed) throw new Error(`${definition.name}: its example needs ${call}, which is no call.`)
    const ready = await filled(host, needed, input, outputs, content)
    const outcome = await host.call(call, ready.input, by(needed), { uploaded: ready.uploaded })
    if (outcome.kind === 'refused')
      throw new Error(`${definition.name}: its example needs ${call}, refused: ${said(outcome)}`)
    outputs.push(outcome.output)
    await host.settle()
    await host.seal()
  }
  return { ...(await filled(host, definition, definition.example.input, outputs)), outputs }
}

/** How an outcome ended, in a line. */
export function said(outcome: Outcome): string {
  if (outcome.kind === 'done') return 'done'
  const { code, place, params } = outcome.refusal
  return `${code} ${place ?? ''} ${JSON.stringify(params)}`
}

/** An example's input; of a call that takes a file, with the bytes stored as the edge would. */
async function filled(
  host: Host,
  definition: Definition,
  input: unknown,
  outputs: readonly unknown[],
  content = definition.example.content,
): Promise<{ input: unknown; uploaded: boolean }> {
  const given =
    typeof input === 'function' ? (input as (outputs: readonly unknown[]) => unknown)(outputs) : input
  if (definition.kind !== 'command' || !definition.upload) return { input: given, uploaded: false }
  const bytes = typeof content === 'function' ? await content() : Buffer.from(content ?? '', 'utf8')
  const kept = await host.files.keep(Readable.from([bytes]), definition.upload.maxBytes)
  if (isRefusal(kept)) throw new Error(`${definition.name}: its example's content was refused: ${kept.code}`)
  return { input: { ...(given as object), ...kept }, uploaded: true }
}

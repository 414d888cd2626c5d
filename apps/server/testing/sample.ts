import {
  closed,
  command,
  type Definition,
  DownloadAnswer,
  NoInput,
  query,
  uploadFields,
} from '@tongqu/kernel/command'
import type { Module } from '@tongqu/kernel/module'
import { Type } from 'typebox'

/** Traders may. */
const PERMISSION = 'kernel.file.sample'

/** Bytes that the sample upload takes. */
export const SAMPLE_LIMIT = 64 * 1024

export interface Sample {
  readonly module: Module
  /** Resolves once a call of `sample.gate.wait` has come as far as its handler. */
  arrived(): Promise<void>
  /** Lets the calls that wait go on. */
  open(): void
}

const Given = closed({
  text: Type.Optional(Type.String()),
  count: Type.Optional(Type.Integer()),
  share: Type.Optional(Type.Number()),
  sure: Type.Optional(Type.Boolean()),
  fx: Type.Optional(Type.Record(Type.String(), Type.String())),
  codes: Type.Optional(Type.Array(Type.String())),
  limit: Type.Optional(Type.Union([Type.Integer(), Type.Literal('none')])),
})

/** Calls that show how the edge carries what they take and give. */
export function sample(): Sample {
  const gate = Promise.withResolvers<void>()
  const come = Promise.withResolvers<void>()
  const summary = { zh: '示例', en: 'A sample' }
  const calls: Definition[] = [
    query({
      name: 'sample.input.show',
      summary,
      permission: 'public',
      input: Given,
      output: Given,
      example: { input: {} },
      handle: async (_work, input) => input,
    }),
    query({
      name: 'sample.gate.wait',
      summary,
      permission: 'public',
      input: NoInput,
      output: closed({ through: Type.Literal(true) }),
      example: { input: {} },
      async handle() {
        come.resolve()
        await gate.promise
        return { through: true as const }
      },
    }),
    query({
      name: 'sample.rare.ask',
      summary,
      permission: 'public',
      callsPerMinute: 3,
      input: NoInput,
      output: closed({}),
      example: { input: {} },
      handle: async () => ({}),
    }),
    query({
      name: 'sample.fault.make',
      summary,
      permission: 'public',
      input: NoInput,
      output: closed({}),
      example: { input: {} },
      handle: async () => {
        throw new Error('a bug, with a secret in its message')
      },
    }),
    query({
      name: 'sample.paper.fetch',
      summary,
      permission: 'public',
      download: true,
      input: closed({ name: Type.String() }),
      output: DownloadAnswer,
      example: { input: { name: 'a.txt' } },
      handle: async (_work, { name }) => ({ name, type: 'text/plain', content: Buffer.from('内容') }),
    }),
    command({
      name: 'sample.paper.take',
      summary,
      permission: PERMISSION,
      upload: { maxBytes: SAMPLE_LIMIT },
      input: closed({ ...uploadFields, pages: Type.Optional(Type.Integer()) }),
      output: closed({ ...uploadFields, pages: Type.Optional(Type.Integer()) }),
      example: { input: { name: 'a.txt' }, content: 'a' },
      handle: async (_work, input) => input,
    }),
  ]
  return {
    module: { name: 'sample', calls },
    arrived: () => come.promise,
    open: () => gate.resolve(),
  }
}

import { Type } from 'typebox'
import { expect, it } from 'vitest'
import { clientFiles } from './page.ts'
import { type Schema, typeOf } from './types.ts'

const shown = (schema: unknown) => typeOf(schema as Schema)

it('writes an object with its optional fields, and what stands in lists', () => {
  const schema = Type.Object({ id: Type.String(), lines: Type.Optional(Type.Array(Type.Integer())) })
  expect(shown(schema)).toBe('{\n  id: string\n  lines?: Array<number>\n}')
})

it('writes a choice as the union of its words, quotes and all', () => {
  expect(shown(Type.Union([Type.Literal('a'), Type.Literal("it's"), Type.Null()]))).toBe(
    "'a' | 'it\\'s' | null",
  )
})

it('writes a record by its values, and the empty object as one that takes no field', () => {
  expect(shown(Type.Record(Type.String(), Type.Boolean()))).toBe('Record<string, boolean>')
  expect(shown(Type.Object({}))).toBe('Record<never, never>')
})

it('refuses a schema that it has no type for', () => {
  expect(() => shown({ type: 'bigint' })).toThrow('bigint')
})

it('leaves out of an upload what the edge finds out of the bytes', () => {
  const call = {
    kind: 'command',
    name: 'fixture.paper.attach',
    summary: { zh: '附件', en: 'Attach' },
    permission: 'fixture.write',
    input: Type.Object({
      sm3: Type.String(),
      bytes: Type.Integer(),
      type: Type.String(),
      kind: Type.String(),
    }),
    output: Type.Object({ id: Type.String() }),
    upload: { maxBytes: 1 },
  }
  const [file] = clientFiles([call] as never)
  expect(file?.text).toContain("'fixture.paper.attach': {\n    input: {\n      kind: string\n    }\n")
})

import { testDatabase } from '@tongqu/tools/test/database'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ground, ground } from '../testing/ground.ts'
import { routeOf } from './routes.ts'

type Json = Record<string, unknown>
interface Media {
  readonly schema?: Json
  readonly example?: unknown
}
type Content = Readonly<Record<string, Media>>
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: Json
  readonly content?: Content
}
interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Content }>>
  readonly security: readonly Json[]
}
interface Description {
  readonly openapi: string
  readonly info: Json
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Json; readonly securitySchemes: Json }
}

const { url } = await testDatabase()
let on: Ground
let description: Description
let operations: { path: string; method: string; operation: Operation }[]
beforeAll(async () => {
  on = await ground({ url })
  const reply = await on.app.inject({ url: '/openapi.json' })
  expect(reply.headers['content-type']).toMatch(/^application\/json/)
  description = reply.json<Description>()
  operations = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  )
})
afterAll(() => on.stop())

function contentsOf({ parameters = [], requestBody, responses }: Operation): Content[] {
  return [
    ...parameters.flatMap(({ content }) => (content ? [content] : [])),
    ...(requestBody ? [requestBody.content] : []),
    ...Object.values(responses).map(({ content }) => content),
  ]
}

function schemasOf(operation: Operation): Json[] {
  const media = contentsOf(operation).flatMap(content => Object.values(content))
  const inParameters = (operation.parameters ?? []).map(parameter => parameter.schema)
  return [...media.map(({ schema }) => schema), ...inParameters].filter(schema => schema !== undefined)
}

test('the description is OpenAPI 3.1 with every member that it must have', () => {
  expect(description.openapi).toMatch(/^3\.1\.\d+$/)
  expect(description.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  for (const { operation } of operations) {
    expect(operation.summary.length * operation.description.length).toBeGreaterThan(0)
    expect(Object.keys(operation.responses)).toContain('200')
    for (const [status, { description: said }] of Object.entries(operation.responses)) {
      expect(status).toMatch(/^[1-5]\d\d$/)
      expect(said.length).toBeGreaterThan(0)
    }
    for (const name of operation.security.flatMap(each => Object.keys(each)))
      expect(Object.keys(description.components.securitySchemes)).toContain(name)
  }
})

test('every registered call is there by its methods, and nothing else', () => {
  const registered = on.host
    .registry()
    .calls()
    .flatMap(call => [...(call.kind === 'query' ? [`get ${routeOf(call)}`] : []), `post ${routeOf(call)}`])
  expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(registered.sort())
})

test('every operation has a name of its own, and every parameter too', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { operation } of operations) {
    const names = (operation.parameters ?? []).map(parameter => `${parameter.in} ${parameter.name}`)
    expect(new Set(names).size).toBe(names.length)
    for (const parameter of operation.parameters ?? [])
      expect(Number(parameter.schema !== undefined) + Number(parameter.content !== undefined)).toBe(1)
  }
})

test('every reference leads somewhere', () => {
  const references: string[] = []
  JSON.stringify(description, (name, value: unknown) => {
    if (name === '$ref') references.push(String(value))
    return value
  })
  expect(references.length).toBeGreaterThan(0)
  for (const reference of new Set(references)) {
    expect(reference).toMatch(/^#\//)
    const end = reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, name) => (at as Json | undefined)?.[name], description)
    expect(end, reference).toBeTypeOf('object')
  }
})

/** Words of JSON Schema 2020-12, the house's own mark of what is personal, and nothing else. */
const WORDS = new Set(
  (
    'type properties required additionalProperties patternProperties items prefixItems anyOf oneOf allOf not const ' +
    'enum minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern format minItems ' +
    'maxItems uniqueItems minProperties maxProperties propertyNames description title default examples $ref $id $defs ' +
    'contentMediaType contentEncoding personal'
  ).split(' '),
)
const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']

/** Places in a schema that are none of JSON Schema 2020-12. */
function strange(schema: unknown, at: string): string[] {
  if (typeof schema === 'boolean') return []
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return [`${at}: no schema`]
  const found = Object.keys(schema).flatMap(word => (WORDS.has(word) ? [] : [`${at}: ${word}`]))
  const {
    type,
    pattern,
    required,
    properties,
    patternProperties,
    items,
    additionalProperties,
    anyOf,
    allOf,
    oneOf,
  } = schema as Json
  if (type !== undefined && !TYPES.includes(type as string)) found.push(`${at}: type ${String(type)}`)
  if (pattern !== undefined) new RegExp(pattern as string, 'u')
  for (const name of (required as string[] | undefined) ?? [])
    if (!Object.hasOwn((properties as Json) ?? {}, name))
      found.push(`${at}: requires ${name}, which it has not`)
  const inside = [
    ...Object.entries((properties as Json) ?? {}),
    ...Object.entries((patternProperties as Json) ?? {}),
    ...(items === undefined ? [] : [['items', items] as const]),
    ...(additionalProperties === undefined ? [] : [['additional', additionalProperties] as const]),
    ...[anyOf, allOf, oneOf].flatMap(branches => [...((branches as unknown[]) ?? []).entries()]),
  ]
  return [...found, ...inside.flatMap(([name, each]) => strange(each, `${at}/${name}`))]
}

test('every schema is JSON Schema 2020-12 and compiles as it is read from the description', () => {
  for (const { operation } of operations)
    for (const schema of schemasOf(operation)) {
      expect(strange(schema, operation.operationId)).toEqual([])
      const root = JSON.stringify(schema).includes('#/components/')
        ? description.components.schemas.Problem
        : schema
      expect(() => Compile(root as never)).not.toThrow()
    }
})

test('every example fits the schema that it stands with', () => {
  let examples = 0
  for (const { operation } of operations)
    for (const content of contentsOf(operation))
      for (const { schema, example } of Object.values(content)) {
        if (example === undefined) continue
        examples++
        const validator = Compile(schema as never)
        expect(validator.Errors(example), operation.operationId).toEqual([])
      }
  expect(examples).toBeGreaterThan(10)
})

test('an answer has the shape that the description says', async () => {
  const cookie = await on.signIn('admin')
  const asked = [
    'kernel.session.who',
    'kernel.demonstration.accounts',
    'kernel.account.list',
    'customs.rule.list',
    'customs.table.list',
    'letter.row.list',
  ]
  for (const name of asked) {
    const path = `/api/${name.replaceAll('.', '/')}`
    const date = name === 'customs.rule.list' ? '?date=2026-11-23' : ''
    const reply = await on.app.inject({ url: `${path}${date}`, headers: { cookie } })
    expect(reply.statusCode, reply.body).toBe(200)
    const schema = description.paths[path]!.get!.responses['200']!.content['application/json']!.schema
    expect(Compile(schema as never).Errors(reply.json()), name).toEqual([])
  }
})

import type { Definition } from '@tongqu/kernel/command'
import type { Registry } from '@tongqu/kernel/module'
import { BOUNDS } from './bounds.ts'
import { cookieName } from './caller.ts'
import { routeOf } from './routes.ts'

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem details, in the language of Accept-Language (zh or en)',
  required: ['type', 'title', 'status', 'code', 'remedy', 'params'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'What is wrong' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable code of the refusal' },
    place: { type: 'string', description: 'JSON pointer into the input, or a place in a file' },
    remedy: { type: 'string', description: 'What to do about it' },
    params: { type: 'object', description: 'What the texts were filled with' },
  },
}

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string', minLength: 1, maxLength: BOUNDS.key },
  description: 'The same key and body get the first answer again',
}

/** Refusals that any call can meet, beside those it names. */
const GENERAL = ['input.invalid', 'call.too_often', 'call.failed']

/** OpenAPI 3.1 of every registered call, from the same definitions that are served. */
export function openApi(registry: Registry): Record<string, unknown> {
  const paths = registry.calls().map(call => {
    const get = call.kind === 'query' && { get: operation(registry, call, 'get') }
    return [routeOf(call), { ...get, post: operation(registry, call, 'post') }] as const
  })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tongqu 通衢',
      version: '0.1.0',
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'API key' },
        session: { type: 'apiKey', in: 'cookie', name: cookieName('session', false) },
      },
    },
  }
}

function operation(registry: Registry, call: Definition, method: 'get' | 'post'): Record<string, unknown> {
  const uploads = call.kind === 'command' && call.upload !== undefined
  const parameters = [
    ...(method === 'get' || uploads ? inQuery(call, uploads) : []),
    ...(call.kind === 'query' ? [] : [KEY]),
  ]
  return {
    operationId: method === 'get' || call.kind !== 'query' ? call.name : `${call.name}.post`,
    summary: call.summary.en,
    description: call.summary.zh,
    tags: [call.name.split('.').slice(0, 2).join('.')],
    'x-permission': call.permission,
    security: call.permission === 'public' ? [] : [{ key: [] }, { session: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(method === 'post' && { requestBody: { required: true, content: requestContent(call, uploads) } }),
    responses: {
      '200': { description: 'Done', content: responseContent(call) },
      ...refusalResponses(registry, call),
    },
  }
}

const BYTES = { 'application/octet-stream': {} }

function requestContent(call: Definition, uploads: boolean): Record<string, unknown> {
  if (uploads) return BYTES
  const { input } = call.example
  return {
    'application/json': { schema: call.input, ...(typeof input !== 'function' && { example: input }) },
  }
}

function responseContent(call: Definition): Record<string, unknown> {
  if (call.kind === 'query' && call.download) return BYTES
  return { 'application/json': { schema: call.output } }
}

/** What the edge itself finds out of an upload's bytes. */
const FOUND = ['sm3', 'bytes', 'type']

function inQuery(call: Definition, uploads: boolean): unknown[] {
  const { properties = {}, required = [] } = call.input as {
    properties?: Record<string, { type?: string }>
    required?: string[]
  }
  const given = Object.entries(properties).filter(([name]) => !uploads || !FOUND.includes(name))
  return given.map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name) && !uploads,
    // What is nested travels as JSON text.
    ...(schema.type === 'object' || schema.type === 'array'
      ? { content: { 'application/json': { schema } } }
      : { schema }),
  }))
}

/** The refusals that a call names as its own and those that any call can meet, by status. */
function refusalResponses(registry: Registry, call: Definition): Record<string, unknown> {
  const codes = new Set([...GENERAL, ...(call.refusals ?? [])])
  if (call.permission !== 'public') codes.add('call.not_signed_in')
  if (call.permission !== 'public' && call.permission !== 'signed-in') codes.add('call.not_allowed')
  if (call.kind !== 'query') codes.add('key.reused')
  const byStatus = new Map<number, string[]>()
  for (const [code, { status }] of registry.refusals.entries())
    if (codes.has(code)) byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(
    [...byStatus].map(([status, named]) => [String(status), { description: named.join(', '), content }]),
  )
}

import type { Definition } from '@tongqu/kernel/command'
import type { Registry } from '@tongqu/kernel/module'
import { routeOf } from './routes.ts'

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'remedy'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    place: { type: 'string' },
    remedy: { type: 'string' },
    params: { type: 'object' },
  },
}

/** OpenAPI 3.1 of every registered call, from the same definitions that are served. */
export function openApi(registry: Registry): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const call of registry.calls()) {
    const path: Record<string, unknown> = {}
    if (call.kind === 'query') path.get = operation(registry, call, 'get')
    path.post = operation(registry, call, 'post')
    paths[routeOf(call)] = path
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tongqu 通衢',
      version: '0.1.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'API key' },
        session: { type: 'apiKey', in: 'cookie', name: 'tongqu_session' },
      },
    },
  }
}

function operation(registry: Registry, call: Definition, method: 'get' | 'post'): Record<string, unknown> {
  const example = typeof call.example.input === 'function' ? undefined : call.example.input
  const body = { schema: call.input, ...(example !== undefined && { example }) }
  return {
    operationId: method === 'get' || call.kind !== 'query' ? call.name : `${call.name}.post`,
    summary: call.summary.en,
    description: call.summary.zh,
    tags: [call.name.split('.').slice(0, 2).join('.')],
    'x-permission': call.permission,
    ...(call.permission !== 'public' && { security: [{ key: [] }, { session: [] }] }),
    ...(method === 'get'
      ? { parameters: queryParameters(call) }
      : {
          parameters: call.kind === 'query' ? [] : [KEY],
          requestBody: { required: true, content: requestContent(call, body) },
        }),
    responses: {
      '200': { description: 'Done', content: responseContent(call) },
      ...refusalResponses(registry, call),
    },
  }
}

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string', maxLength: 200 },
  description: 'The same key and body get the first answer again',
}

function requestContent(call: Definition, body: unknown): Record<string, unknown> {
  const uploads = call.kind === 'command' && call.upload
  return uploads
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': body }
}

function responseContent(call: Definition): Record<string, unknown> {
  if (call.kind === 'query' && call.download)
    return { '*/*': { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: call.output } }
}

function queryParameters(call: Definition): unknown[] {
  const { properties = {}, required = [] } = call.input as {
    properties?: Record<string, object>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

/** The refusals that a call names as its own, by status. */
function refusalResponses(registry: Registry, call: Definition): Record<string, unknown> {
  const byStatus = new Map<number, string[]>()
  for (const [code, kind] of registry.refusals.entries())
    if (call.refusals?.includes(code) || code === 'input.invalid' || code.startsWith('call.not_'))
      byStatus.set(kind.status, [...(byStatus.get(kind.status) ?? []), code])
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [String(status), { description: codes.join(', '), content }]),
  )
}

import type { Definition } from '@tongqu/kernel/command'
import type { FastifyInstance } from 'fastify'
import { sendRefusal } from './answer.ts'
import { answer } from './call.ts'
import { callerOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { inputFromQuery } from './inputs.ts'
import { addJsonBodies } from './json-body.ts'
import { httpRefusals } from './refusals.ts'
import { addUpload, passUploads, type UploadDefinition } from './uploads.ts'

/** `a.b.c` is served at `/api/a/b/c`: commands by POST, queries by GET (or POST, for nested input). */
export function routeOf(definition: Pick<Definition, 'name'>): string {
  return `/api/${definition.name.replaceAll('.', '/')}`
}

/** Registers every call of the registry as a route; those that take a file apart from those that take JSON. */
export async function addRoutes(app: FastifyInstance, edge: Edge): Promise<void> {
  const calls = edge.host.registry().calls()
  app.decorateRequest('actor')
  await app.register(async json => {
    addJsonBodies(json, edge)
    addCallers(json, edge)
    for (const call of calls) if (!takesFile(call)) addCall(json, edge, call)
  })
  await app.register(async uploads => {
    passUploads(uploads)
    addCallers(uploads, edge)
    for (const call of calls)
      if (takesFile(call)) addUpload(uploads, edge, call, routeOf(call), limitOf(edge, call))
  })
}

function takesFile(call: Definition): call is UploadDefinition {
  return call.kind === 'command' && call.upload !== undefined
}

/** Before anything of a body is read: is it one of ours, and whose is it? */
function addCallers(app: FastifyInstance, edge: Edge): void {
  app.addHook('onRequest', async (request, reply) => {
    request.actor = await callerOf(edge.host, request)
    if (request.method !== 'POST' || edge.isOurs(request)) return
    const refusal = httpRefusals.refuse('http.from_elsewhere')
    return sendRefusal(reply, edge.host.registry().refusals, refusal, request.actor.language)
  })
}

function addCall(app: FastifyInstance, edge: Edge, call: Definition): void {
  const config = limitOf(edge, call)
  if (call.kind === 'query')
    app.get(routeOf(call), { config }, (request, reply) =>
      answer(
        edge,
        call,
        request,
        reply,
        inputFromQuery(call.input, request.query as Record<string, unknown>),
      ),
    )
  app.post(routeOf(call), { config }, (request, reply) =>
    answer(edge, call, request, reply, request.body ?? {}),
  )
}

function limitOf({ limits, bounds }: Edge, call: Definition) {
  const max = call.callsPerMinute ?? bounds.callsPerMinute
  return { rateLimit: limits ? { max, timeWindow: 60_000 } : (false as const) }
}

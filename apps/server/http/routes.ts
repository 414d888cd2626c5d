import { Readable } from 'node:stream'
import type { Definition, Download } from '@tongqu/kernel/command'
import type { Host } from '@tongqu/kernel/host'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendOutcome, sendRefusal } from './answer.ts'
import { callerOf, fromElsewhere, languageOf } from './caller.ts'
import { inputFromQuery } from './inputs.ts'
import { httpRefusals } from './refusals.ts'
import { openSessionCookie } from './session-cookie.ts'

/** `a.b.c` is served at `/api/a/b/c`: commands by POST, queries by GET (or POST, for nested input). */
export function routeOf(definition: Pick<Definition, 'name'>): string {
  return `/api/${definition.name.replaceAll('.', '/')}`
}

/** Calls a minute that one caller may make of one operation, unless its definition says otherwise. */
const CALLS_PER_MINUTE = 1200

/** Registers every call of the registry as a route. */
export function addRoutes(app: FastifyInstance, host: Host, limits: boolean): void {
  for (const definition of host.registry().calls()) {
    const max = definition.callsPerMinute ?? CALLS_PER_MINUTE
    const config = { rateLimit: limits ? { max, timeWindow: 60_000 } : (false as const) }
    const url = routeOf(definition)
    if (definition.kind === 'query')
      app.get(url, { config }, (request, reply) =>
        answer(
          host,
          definition,
          request,
          reply,
          inputFromQuery(definition.input, request.query as object as never),
        ),
      )
    if (definition.kind === 'command' && definition.upload) addUpload(app, host, definition, url, config)
    else
      app.post(url, { config }, async (request, reply) => {
        if (fromElsewhere(request)) return refuseOrigin(host, request, reply)
        return answer(host, definition, request, reply, request.body ?? {})
      })
  }
}

function addUpload(
  app: FastifyInstance,
  host: Host,
  definition: Definition,
  url: string,
  config: object,
): void {
  const maxBytes = definition.kind === 'command' ? definition.upload!.maxBytes : 0
  app.post(url, { config, bodyLimit: maxBytes }, async (request, reply) => {
    if (fromElsewhere(request)) return refuseOrigin(host, request, reply)
    const actor = await callerOf(host, request)
    // Nothing is written to disk for somebody who may not upload.
    const denied = host.runner.denies(definition, actor)
    if (denied) return sendRefusal(reply, host.registry().refusals, denied, actor.language)
    const kept = await host.files.keep(request.body as Readable, maxBytes)
    if (isRefusal(kept)) return sendRefusal(reply, host.registry().refusals, kept, actor.language)
    const { name, ...more } = request.query as Record<string, string>
    const input = { ...inputFromQuery(definition.input, more), ...kept, name: name ?? kept.sm3 }
    return answer(host, definition, request, reply, input, true)
  })
}

async function answer(
  host: Host,
  definition: Definition,
  request: FastifyRequest,
  reply: FastifyReply,
  input: unknown,
  uploaded = false,
): Promise<FastifyReply> {
  const actor = await callerOf(host, request)
  const key = request.headers['idempotency-key']
  const outcome = await host.runner.call(definition, input, actor, {
    key: typeof key === 'string' ? key : undefined,
    request: request.id,
    uploaded,
  })
  if (outcome.kind === 'done' && definition.kind === 'query' && definition.download)
    return sendDownload(reply, outcome.output as Download)
  return sendOutcome(
    reply,
    host.registry().refusals,
    openSessionCookie(definition, outcome, request, reply),
    actor.language,
  )
}

function sendDownload(reply: FastifyReply, { name, type, content }: Download): FastifyReply {
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  return reply.type(type).send(content instanceof Readable ? content : Buffer.from(content))
}

function refuseOrigin(host: Host, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = httpRefusals.refuse('http.from_elsewhere')
  return sendRefusal(reply, host.registry().refusals, refusal, languageOf(request))
}

import { Readable } from 'node:stream'
import type { CommandDefinition } from '@tongqu/kernel/command'
import { fileRefusals, type StoredBytes } from '@tongqu/kernel/files'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import { cutShort, sendOutcome, sendRefusal } from './answer.ts'
import { answer } from './call.ts'
import type { Edge } from './edge.ts'
import { inputFromQuery } from './inputs.ts'
import { httpRefusals } from './refusals.ts'

export type UploadDefinition = CommandDefinition & { readonly upload: { readonly maxBytes: number } }

/** Hands bodies on as they stream in, whatever they say they are; what may pass is decided before. */
export function passUploads(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
}

/**
 * A route that takes a file. Nothing of it is read for somebody who may not upload, for JSON, or for more than
 * the limit; what is let in goes to the disk as it comes, within the limit, and is gone again if it breaks off.
 */
export function addUpload(
  app: FastifyInstance,
  edge: Edge,
  call: UploadDefinition,
  url: string,
  config: RouteShorthandOptions['config'] & object,
): void {
  const { maxBytes } = call.upload
  const preParsing = async (request: FastifyRequest, reply: FastifyReply) =>
    turnAway(edge, call, request, reply)
  app.post(url, { config, bodyLimit: maxBytes, preParsing }, async (request, reply) => {
    const kept = await receive(edge, request, maxBytes)
    if (kept === undefined) return reply.hijack()
    if (isRefusal(kept)) return refuse(edge, request, reply, kept)
    const { name, ...more } = request.query as Record<string, string>
    const input = { ...inputFromQuery(call.input, more), ...kept, name: name ?? kept.sm3 }
    return answer(edge, call, request, reply, input, true)
  })
}

/** Sends the refusal of an upload that may not begin; undefined: it may. */
async function turnAway(
  edge: Edge,
  call: UploadDefinition,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { host } = edge
  const isFile = /^application\/octet-stream\s*(;|$)/i.test(request.headers['content-type'] ?? '')
  if (!isFile || host.runner.denies(call, request.actor)) {
    // The runner refuses this call as it stands, and the audit has it.
    const outcome = await host.runner.call(call, {}, request.actor, { request: request.id })
    cutShort(reply, edge.bounds.linger)
    return sendOutcome(reply, host.registry().refusals, outcome, request.actor.language)
  }
  const { maxBytes } = call.upload
  if (Number(request.headers['content-length'] ?? 0) > maxBytes)
    return refuse(edge, request, reply, fileRefusals.refuse('file.too_large', { limit: maxBytes }))
  if (request.headers.expect) reply.raw.writeContinue()
  return undefined
}

/** A sender who fell silent. */
class Silent extends Error {}

/** Takes the body in; undefined when the sender went away. */
async function receive(
  { host, bounds }: Edge,
  { raw }: FastifyRequest,
  limit: number,
): Promise<StoredBytes | Refusal | undefined> {
  try {
    return await host.files.keep(Readable.from(arriving(raw, bounds.uploadIdle)), limit)
  } catch (error) {
    if (error instanceof Silent)
      return httpRefusals.refuse('http.too_slow', { seconds: Math.ceil(bounds.uploadIdle / 1000) })
    if (raw.readableAborted) return undefined
    throw error
  }
}

async function* arriving(raw: FastifyRequest['raw'], idle: number): AsyncGenerator<Buffer> {
  const silence = Promise.withResolvers<never>()
  const timer = setTimeout(() => silence.reject(new Silent()), idle)
  // Leaving early must not cut the connection: the sender is to be told why.
  const pieces = raw.iterator({ destroyOnReturn: false })
  try {
    for (;;) {
      const next: IteratorResult<Buffer> = await Promise.race([pieces.next(), silence.promise])
      if (next.done) return
      yield next.value
      timer.refresh()
    }
  } finally {
    clearTimeout(timer)
    void pieces.return?.()
  }
}

function refuse(edge: Edge, request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  cutShort(reply, edge.bounds.linger)
  return sendRefusal(reply, edge.host.registry().refusals, refusal, request.actor.language)
}

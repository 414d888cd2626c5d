import type { FastifyInstance } from 'fastify'
import { sendRefusal } from './answer.ts'
import type { Edge } from './edge.ts'
import { httpRefusals } from './refusals.ts'

/** Takes JSON bodies, and only those: bounded in size by the application, in time here. */
export function addJsonBodies(app: FastifyInstance, { host, bounds }: Edge): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : parse(request, body as string, done),
  )
  app.addHook('preParsing', (request, reply, payload, done) => {
    const { raw } = request
    if (raw.complete || request.method !== 'POST') return done(null, payload)
    if (raw.headers.expect) reply.raw.writeContinue()
    const late = setTimeout(() => {
      if (raw.complete || reply.sent) return
      const seconds = Math.round(bounds.bodyWithin / 1000)
      reply.header('connection', 'close')
      const refusal = httpRefusals.refuse('http.too_slow', { seconds })
      sendRefusal(reply, host.registry().refusals, refusal, request.actor.language)
    }, bounds.bodyWithin)
    raw.once('close', () => clearTimeout(late))
    done(null, payload)
  })
}

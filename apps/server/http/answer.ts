import type { Outcome } from '@tongqu/kernel/command'
import type { Refusal, RefusalCatalogue } from '@tongqu/kernel/refusal'
import type { Language } from '@tongqu/kernel/text'
import type { FastifyReply } from 'fastify'

/** Sends a refusal as problem+json in the reader's language. */
export function sendRefusal(
  reply: FastifyReply,
  catalogue: RefusalCatalogue,
  refusal: Refusal,
  language: Language,
): FastifyReply {
  const problem = catalogue.problem(refusal, language)
  return reply
    .code(problem.status)
    .header('content-language', language)
    .type('application/problem+json')
    .send(JSON.stringify(problem))
}

/** Sends an outcome; a replayed answer says so in a header. */
export function sendOutcome(
  reply: FastifyReply,
  catalogue: RefusalCatalogue,
  outcome: Outcome,
  language: Language,
): FastifyReply {
  if (outcome.replayed) reply.header('idempotent-replay', 'true')
  if (outcome.kind === 'refused') return sendRefusal(reply, catalogue, outcome.refusal, language)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(outcome.output ?? null))
}

/**
 * Refuses a request whose body has not been read: the rest is thrown away for a moment, so that the sender
 * gets to read the answer, then the connection is cut.
 */
export function cutShort(reply: FastifyReply, linger: number): void {
  const { raw } = reply.request
  if (raw.complete) return
  reply.header('connection', 'keep-alive')
  raw.resume()
  const cut = setTimeout(() => raw.complete || raw.socket.destroy(), linger)
  raw.once('close', () => clearTimeout(cut))
}

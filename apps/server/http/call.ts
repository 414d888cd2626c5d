import type { Definition, Download } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendOutcome, sendRefusal } from './answer.ts'
import { sendDownload } from './download.ts'
import type { Edge } from './edge.ts'
import { httpRefusals } from './refusals.ts'
import { openSessionCookie } from './session-cookie.ts'

/** Makes the call as whom the request speaks for, and sends how it ended. */
export async function answer(
  edge: Edge,
  call: Definition,
  request: FastifyRequest,
  reply: FastifyReply,
  input: unknown,
  uploaded = false,
): Promise<FastifyReply> {
  const { host, bounds } = edge
  const { actor } = request
  const catalogue = host.registry().refusals
  const key = request.headers['idempotency-key']
  if (key !== undefined && !fits(key, bounds.key)) {
    const refusal = httpRefusals.refuse('http.key_not_valid', { most: bounds.key })
    return sendRefusal(reply, catalogue, refusal, actor.language)
  }
  const moved = refuseMoved(request, call)
  if (moved) return sendRefusal(reply, catalogue, moved, actor.language)
  const outcome = await host.runner.call(call, input, actor, { key, request: request.id, uploaded })
  if (outcome.kind === 'done' && call.kind === 'query' && call.download)
    return sendDownload(reply, outcome.output as Download)
  return sendOutcome(reply, catalogue, openSessionCookie(call, outcome, reply, edge), actor.language)
}

/**
 * A page names whom it was opened for. The session may act for another party since, by another window of the same
 * browser: what was typed for the one must not be done for the other, nor the other's records be shown among its own.
 */
function refuseMoved({ actor, headers }: FastifyRequest, { name }: Definition): Refusal | undefined {
  const meant = headers['acting-for']
  if (meant === undefined || !actor.account || name.startsWith('kernel.session.')) return undefined
  return meant === `${actor.account} ${actor.party}`
    ? undefined
    : httpRefusals.refuse('http.acting_for_another')
}

function fits(key: string | string[], most: number): key is string {
  return typeof key === 'string' && key.length <= most && /^[\x21-\x7e]+$/.test(key)
}

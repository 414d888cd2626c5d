import type { Definition, Outcome } from '@tongqu/kernel/command'
import type { FastifyReply } from 'fastify'
import { cookieName } from './caller.ts'
import type { Edge } from './edge.ts'

/** Calls after which the browser has no session any more. */
const ENDS = new Set(['kernel.session.end', 'kernel.session.endEverywhere'])

/**
 * A session's token goes to the browser in a cookie that scripts cannot read, never in the body; ending the
 * session takes the cookie away.
 * @param edge `secure`: whether people reach the installation by https
 */
export function openSessionCookie(
  definition: Definition,
  outcome: Outcome,
  reply: FastifyReply,
  { host, secure }: Pick<Edge, 'host' | 'secure'>,
): Outcome {
  if (outcome.kind !== 'done' || !definition.name.startsWith('kernel.session.')) return outcome
  const name = cookieName('session', secure)
  const kept = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  if (ENDS.has(definition.name)) reply.clearCookie(name, kept)
  const output = outcome.output as { token?: string; expiresAt?: string } | null
  if (!output?.token) return outcome
  const { token, ...rest } = output
  // How long, not until when: the browser's clock may be another than the installation's, which can be simulated.
  const left = output.expiresAt && Date.parse(output.expiresAt) - host.clock.now().getTime()
  reply.setCookie(name, token, { ...kept, ...(left && { maxAge: Math.round(left / 1000) }) })
  return { ...outcome, output: rest }
}

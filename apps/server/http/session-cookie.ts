import type { Definition, Outcome } from '@tongqu/kernel/command'
import type { FastifyReply } from 'fastify'
import { cookieName } from './caller.ts'

/** Calls after which the browser has no session any more. */
const ENDS = new Set(['kernel.session.end', 'kernel.session.endEverywhere'])

/**
 * A session's token goes to the browser in a cookie that scripts cannot read, never in the body; ending the
 * session takes the cookie away.
 * @param secure whether people reach the installation by https
 */
export function openSessionCookie(
  definition: Definition,
  outcome: Outcome,
  reply: FastifyReply,
  secure: boolean,
): Outcome {
  if (outcome.kind !== 'done' || !definition.name.startsWith('kernel.session.')) return outcome
  const name = cookieName('session', secure)
  const kept = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  if (ENDS.has(definition.name)) reply.clearCookie(name, kept)
  const output = outcome.output as { token?: string; expiresAt?: string } | null
  if (!output?.token) return outcome
  const { token, ...rest } = output
  const expires = output.expiresAt && { expires: new Date(output.expiresAt) }
  reply.setCookie(name, token, { ...kept, ...expires })
  return { ...outcome, output: rest }
}

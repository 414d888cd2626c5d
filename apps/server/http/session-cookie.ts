import type { Definition, Outcome } from '@tongqu/kernel/command'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_COOKIE } from './caller.ts'

/**
 * A session's token goes to the browser in a cookie that scripts cannot read, never in the body; ending the
 * session takes the cookie away.
 */
export function openSessionCookie(
  definition: Definition,
  outcome: Outcome,
  request: FastifyRequest,
  reply: FastifyReply,
): Outcome {
  if (outcome.kind !== 'done') return outcome
  if (definition.name === 'kernel.session.end') reply.clearCookie(SESSION_COOKIE, { path: '/' })
  const output = outcome.output as { token?: string; expiresAt?: string } | null
  if (!definition.name.startsWith('kernel.session.') || !output?.token) return outcome
  const { token, ...rest } = output
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    ...(output.expiresAt && { expires: new Date(output.expiresAt) }),
  })
  return { ...outcome, output: rest }
}

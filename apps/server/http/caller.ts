import type { HostServices } from '@tongqu/kernel/host'
import { type Actor, anonymous, systemActor } from '@tongqu/kernel/identity'
import type { Language } from '@tongqu/kernel/text'
import type { FastifyRequest } from 'fastify'
import { isLocal } from '../listen.ts'

export const SESSION_COOKIE = 'tongqu_session'

/** Chinese unless the reader's first choice is English. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = request.headers['accept-language'] ?? ''
  return /^\s*en\b/i.test(wanted) ? 'en' : 'zh'
}

/** The token that a request carries: an API key or session in the header, else the browser's cookie. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() === 'bearer' && token) return token
  return request.cookies[SESSION_COOKIE]
}

/** Whom the request speaks for; a token that is not valid any more speaks for nobody. */
export async function callerOf(services: HostServices, request: FastifyRequest): Promise<Actor> {
  const language = languageOf(request)
  if (isLocal(request.raw)) return systemActor('cli', language)
  const token = tokenOf(request)
  const actor = token ? await services.who.find(token, language, 'http') : undefined
  return actor ?? anonymous(language, 'http')
}

/**
 * A browser names the origin of a request that may change something; one from elsewhere is turned away, so
 * that another site cannot use the cookie. Clients that are no browsers send no origin.
 */
export function fromElsewhere(request: FastifyRequest): boolean {
  const { origin } = request.headers
  if (!origin) return false
  try {
    return new URL(origin).host !== request.headers.host
  } catch {
    return true
  }
}

import type { HostServices } from '@tongqu/kernel/host'
import { type Actor, anonymous, systemActor } from '@tongqu/kernel/identity'
import type { Language } from '@tongqu/kernel/text'
import type { FastifyRequest } from 'fastify'
import { isLocal } from '../listen.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the request speaks for; on addresses of calls only. */
    actor: Actor
  }
}

/** Whether people reach the installation by https. */
export function isSecure({ config }: Pick<HostServices, 'config'>): boolean {
  return config.publicUrl?.startsWith('https:') ?? false
}

/**
 * The name of a cookie. Over https it has the prefix by which browsers see to it that no neighbouring host and no
 * page without TLS has set it (RFC 6265bis §4.1.3.2).
 */
export function cookieName(name: 'session' | 'oidc', secure: boolean): string {
  return `${secure ? '__Host-' : ''}tongqu_${name}`
}

/** Chinese unless the reader's first choice is English. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const wanted = request.headers['accept-language'] ?? ''
  return /^\s*en\b/i.test(wanted) ? 'en' : 'zh'
}

/** The token that a request carries: an API key or session in the header, else the browser's cookie. */
function tokenOf(request: FastifyRequest, secure: boolean): string | undefined {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  if (scheme?.toLowerCase() === 'bearer' && token) return token
  if (request.headers.cookie === undefined) return undefined
  return request.cookies[cookieName('session', secure)]
}

/**
 * Whom the request speaks for; a token that is not valid any more speaks for nobody. The address is the
 * connection's: what a header says of it is anybody's word.
 */
export async function callerOf(services: HostServices, request: FastifyRequest): Promise<Actor> {
  const language = languageOf(request)
  if (isLocal(request.raw)) return systemActor('cli', language)
  const token = tokenOf(request, isSecure(services))
  const actor = token ? await services.who.find(token, language, 'http', request.ip) : undefined
  return actor ?? anonymous(language, 'http', request.ip)
}

/** What a caller's calls are counted under: the account, else the address. */
export function countedAs({ actor, ip }: Pick<FastifyRequest, 'ip'> & { actor?: Actor }): string {
  return actor?.account ?? ip
}

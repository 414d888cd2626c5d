import { anonymous, oidcDoor } from '@tongqu/kernel/identity'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { FastifyInstance } from 'fastify'
import { cookieName, languageOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { openSessionCookie } from './session-cookie.ts'

const BEGIN = '/sign-in/oidc'
const BACK = '/sign-in/oidc/back'
/** Seconds that a person may take at the provider. */
const PATIENCE = 600

/**
 * The two addresses of signing in at an identity provider, where the settings name one.
 * What goes wrong is told on the page of signing in, by its code: somebody stands there, and no program.
 */
export function addOidc(app: FastifyInstance, { host, bounds, limits, secure }: Edge): void {
  const { address } = host
  const door = oidcDoor(host, () => `${address.origin}${BACK}`)
  if (!door) return
  const begun = cookieName('oidc', secure)
  const max = Math.min(60, bounds.callsPerMinute)
  const config = { rateLimit: limits ? { max, timeWindow: 60_000 } : (false as const) }
  const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  app.get(BEGIN, { config }, async (request, reply) => {
    const { to } = request.query as { readonly to?: unknown }
    const sent = await door.begin(isInside(to) ? to : '/')
    if (isRefusal(sent)) return reply.redirect(told(sent))
    reply.setCookie(begun, sent.saved, { ...kept, maxAge: PATIENCE })
    return reply.redirect(sent.url)
  })
  app.get(BACK, { config }, async (request, reply) => {
    const language = languageOf(request)
    const finished = await door.finish(`${address.origin}${request.url}`, request.cookies[begun] ?? '')
    reply.clearCookie(begun, kept)
    if (isRefusal(finished)) return reply.redirect(told(finished))
    const call = host.registry().find('kernel.session.openByTicket')!
    const { ticket, to } = finished
    const outcome = await host.runner.call(call, { ticket }, anonymous(language, 'http', request.ip))
    if (outcome.kind === 'refused') return reply.redirect(told(outcome.refusal))
    openSessionCookie(call, outcome, reply, { host, secure })
    return reply.redirect(to)
  })
}

/** Only ways inside the console are gone to after signing in. */
function isInside(to: unknown): to is string {
  return typeof to === 'string' && /^\/(?![/\\])[\x21-\x7e]{0,500}$/.test(to)
}

const told = ({ code }: Refusal) => `/sign-in?refused=${encodeURIComponent(code)}`

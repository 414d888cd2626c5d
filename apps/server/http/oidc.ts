import { anonymous, oidcDoor } from '@tongqu/kernel/identity'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { FastifyInstance } from 'fastify'
import { sendOutcome, sendRefusal } from './answer.ts'
import { languageOf } from './caller.ts'
import type { Edge } from './edge.ts'
import { openSessionCookie } from './session-cookie.ts'

const BEGUN = 'tongqu_oidc'
const BEGIN = '/sign-in/oidc'
const BACK = '/sign-in/oidc/back'
/** Seconds that a person may take at the provider. */
const PATIENCE = 600

/**
 * The two addresses of signing in at an identity provider, where the settings name one.
 * @param address where people reach the installation
 */
export function addOidc(app: FastifyInstance, { host, bounds, limits, secure }: Edge, address: string): void {
  const door = oidcDoor(host, `${address}${BACK}`)
  if (!door) return
  const refusals = host.registry().refusals
  const max = Math.min(60, bounds.callsPerMinute)
  const config = { rateLimit: limits ? { max, timeWindow: 60_000 } : (false as const) }
  const kept = { path: BACK, httpOnly: true, sameSite: 'lax', secure } as const
  app.get(BEGIN, { config }, async (request, reply) => {
    const begun = await door.begin()
    if (isRefusal(begun)) return sendRefusal(reply, refusals, begun, languageOf(request))
    reply.setCookie(BEGUN, begun.saved, { ...kept, maxAge: PATIENCE })
    return reply.redirect(begun.url)
  })
  app.get(BACK, { config }, async (request, reply) => {
    const language = languageOf(request)
    const finished = await door.finish(`${address}${request.url}`, request.cookies[BEGUN] ?? '')
    reply.clearCookie(BEGUN, kept)
    if (isRefusal(finished)) return sendRefusal(reply, refusals, finished, language)
    const call = host.registry().find('kernel.session.openByTicket')!
    const outcome = await host.runner.call(call, finished, anonymous(language, 'http', request.ip))
    if (outcome.kind === 'refused') return sendOutcome(reply, refusals, outcome, language)
    openSessionCookie(call, outcome, reply, secure)
    return reply.redirect('/')
  })
}

import type { Host } from '@tongqu/kernel/host'
import { anonymous, oidcDoor } from '@tongqu/kernel/identity'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { FastifyInstance } from 'fastify'
import { sendOutcome, sendRefusal } from './answer.ts'
import { languageOf } from './caller.ts'
import { openSessionCookie } from './session-cookie.ts'

const BEGUN = 'tongqu_oidc'
const BEGIN = '/sign-in/oidc'
const BACK = '/sign-in/oidc/back'

/** The two addresses of signing in at an identity provider, where the settings name one. */
export function addOidc(app: FastifyInstance, host: Host, address: string): void {
  const door = oidcDoor(host, `${address}${BACK}`)
  if (!door) return
  const refusals = host.registry().refusals
  app.get(BEGIN, async (request, reply) => {
    const begun = await door.begin()
    if (isRefusal(begun)) return sendRefusal(reply, refusals, begun, languageOf(request))
    reply.setCookie(BEGUN, begun.saved, { path: BACK, httpOnly: true, sameSite: 'lax', maxAge: 600 })
    return reply.redirect(begun.url)
  })
  app.get(BACK, async (request, reply) => {
    const language = languageOf(request)
    const finished = await door.finish(`${address}${request.url}`, request.cookies[BEGUN] ?? '')
    reply.clearCookie(BEGUN, { path: BACK })
    if (isRefusal(finished)) return sendRefusal(reply, refusals, finished, language)
    const definition = host.registry().find('kernel.session.openByTicket')!
    const outcome = await host.runner.call(definition, finished, anonymous(language, 'http'))
    if (outcome.kind === 'refused') return sendOutcome(reply, refusals, outcome, language)
    openSessionCookie(definition, outcome, request, reply)
    return reply.redirect('/')
  })
}

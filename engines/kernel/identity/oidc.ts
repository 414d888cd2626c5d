import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { isLoopback, type OidcConfig } from '../config/index.ts'
import type { HostServices } from '../host/services.ts'
import { isRefusal, type Refusal, refusals } from '../refusal/index.ts'
import { later } from './limits.ts'
import { OIDC_TICKET, subjectOf } from './oidc-subject.ts'

export const oidcRefusals = refusals({
  'oidc.unreachable': {
    status: 503,
    text: { zh: '统一身份认证服务暂不可用', en: 'The identity provider does not answer' },
    remedy: { zh: '稍后再试，或用账号密码登录', en: 'Try later, or sign in with a password' },
  },
  'oidc.failed': {
    status: 401,
    text: { zh: '统一身份认证未通过', en: 'The identity provider did not confirm you' },
    remedy: { zh: '重新登录', en: 'Sign in again' },
  },
})

/** Signing in at an identity provider: authorization code with PKCE, state and nonce. */
export interface OidcDoor {
  /**
   * Where to send the browser, and what it has to bring back: to be kept in a cookie of its own.
   * @param to where in the console the person goes on afterwards
   */
  begin(to?: string): Promise<{ readonly url: string; readonly saved: string } | Refusal>
  /**
   * @param callbackUrl the whole address that the provider sent the browser back to
   * @returns a ticket for `kernel.session.openByTicket`, good for one minute in this process
   */
  finish(
    callbackUrl: string,
    saved: string,
  ): Promise<{ readonly ticket: string; readonly to: string } | Refusal>
}

interface Saved {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly to: string
}

const SAVED = 'oidc begun'
/** How long a person may take at the provider, minutes. */
const PATIENCE = 10

/**
 * The door to the provider that the installation's settings name; undefined when they name none.
 * @param redirectUri tells the address of this installation that the provider sends browsers back to
 */
export function oidcDoor(services: HostServices, redirectUri: () => string): OidcDoor | undefined {
  const { config, clock, log, tickets } = services
  const { oidc } = config
  if (!oidc) return undefined
  const provider = providerOf(services, oidc)

  return {
    async begin(to = '/') {
      const found = await provider()
      if (isRefusal(found)) return found
      const saved: Saved = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        to,
      }
      const url = buildAuthorizationUrl(found, {
        redirect_uri: redirectUri(),
        scope: 'openid',
        state: saved.state,
        nonce: saved.nonce,
        code_challenge: await calculatePKCECodeChallenge(saved.verifier),
        code_challenge_method: 'S256',
      })
      const until = later(clock.now(), PATIENCE, 'minutes')
      return { url: url.href, saved: tickets.issue(SAVED, saved, until) }
    },
    async finish(callbackUrl, kept) {
      const saved = tickets.open(SAVED, kept, clock.now()) as Saved | undefined
      if (!saved) return oidcRefusals.refuse('oidc.failed')
      const found = await provider()
      if (isRefusal(found)) return found
      try {
        const tokens = await authorizationCodeGrant(found, new URL(callbackUrl), {
          pkceCodeVerifier: saved.verifier,
          expectedState: saved.state,
          expectedNonce: saved.nonce,
          idTokenExpected: true,
        })
        const { iss, sub } = tokens.claims()!
        const until = later(clock.now(), 1, 'minutes')
        return { ticket: tickets.issue(OIDC_TICKET, subjectOf(iss, sub), until), to: saved.to }
      } catch (error) {
        log.warn({ reason: (error as Error).message }, 'a sign-in at the identity provider failed')
        return oidcRefusals.refuse('oidc.failed')
      }
    },
  }
}

/** Finds the provider's addresses and keys once; asks again after a failure. */
function providerOf(services: HostServices, oidc: OidcConfig): () => Promise<Configuration | Refusal> {
  let known: Promise<Configuration> | undefined
  return async () => {
    known ??= discover(oidc)
    try {
      return await known
    } catch (error) {
      known = undefined
      services.log.warn({ reason: (error as Error).message }, 'the identity provider was not found')
      return oidcRefusals.refuse('oidc.unreachable')
    }
  }
}

function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<Configuration> {
  const url = new URL(issuer)
  // Without TLS only a provider on this very machine is spoken to.
  const local = url.protocol === 'http:' && isLoopback(url.hostname)
  return discovery(url, clientId, clientSecret, undefined, local ? { execute: [allowInsecureRequests] } : {})
}

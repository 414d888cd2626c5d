import type { Config } from '@tongqu/kernel/config'
import { isLoopback } from '@tongqu/kernel/config'
import type { FastifyRequest } from 'fastify'
import { isLocal } from '../listen.ts'

/**
 * A browser names the origin of a request that may change something; one from elsewhere is turned away, so
 * that another site cannot use the cookie. Clients that are no browsers send no origin.
 */
export function originCheck({ publicUrl }: Pick<Config, 'publicUrl'>): (request: FastifyRequest) => boolean {
  const ours = publicUrl === undefined ? undefined : new URL(publicUrl).origin
  return ({ headers }) => {
    if (headers['sec-fetch-site'] === 'cross-site') return false
    const { origin } = headers
    if (origin === undefined || origin === ours) return true
    return URL.canParse(origin) && new URL(origin).host === headers.host
  }
}

/**
 * An installation that listens on loopback goes by loopback's names and its public one: otherwise a page from
 * elsewhere could give itself this machine's address and be taken for one of ours (DNS rebinding).
 */
export function hostCheck({
  host,
  publicUrl,
}: Pick<Config, 'host' | 'publicUrl'>): (request: FastifyRequest) => boolean {
  if (!isLoopback(host)) return () => true
  const named = publicUrl === undefined ? undefined : new URL(publicUrl).hostname
  const known = new Set<string | undefined>()
  return ({ headers, raw }) => {
    if (known.has(headers.host) || isLocal(raw)) return true
    const address = `http://${headers.host}`
    if (!URL.canParse(address)) return false
    const name = new URL(address).hostname.replace(/^\[|\]$/g, '')
    if (name !== named && !isLoopback(name)) return false
    if (known.size < 100) known.add(headers.host)
    return true
  }
}

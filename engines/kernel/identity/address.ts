import { isIP } from 'node:net'
import { type Config, isLoopback } from '../config/index.ts'

/** Where people reach the installation. */
export class Address {
  readonly #config: Pick<Config, 'host' | 'port' | 'publicUrl'>
  #port: number

  constructor(config: Pick<Config, 'host' | 'port' | 'publicUrl'>) {
    this.#config = config
    this.#port = config.port
  }

  /** The port that the server listens on, where the settings let the system choose one. */
  listens(port: number): void {
    this.#port = port
  }

  /** Scheme, host and port, without a slash at the end. */
  get origin(): string {
    const { host, publicUrl } = this.#config
    return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${this.#port}`
  }

  /** Whom passkeys are made for; undefined where browsers allow none. */
  get relyingParty(): RelyingParty | undefined {
    return relyingPartyOf(this.origin)
  }
}

/** Whom a passkey is made for: a domain, and the origin of the pages that may ask it (WebAuthn §5.1.3, §13.4.9). */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

/**
 * Browsers make passkeys for domains only, never for IP addresses, and over TLS only, but for `localhost`: so an
 * installation on loopback is `localhost`, and one that is reached by a bare address has none.
 */
export function relyingPartyOf(origin: string): RelyingParty | undefined {
  const url = new URL(origin)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isLoopback(host))
    return { id: 'localhost', origin: `${url.protocol}//localhost${url.port ? `:${url.port}` : ''}` }
  if (url.protocol !== 'https:' || isIP(host) !== 0) return undefined
  return { id: host, origin: url.origin }
}

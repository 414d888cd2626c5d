import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'

/** Everything an installation can set. Read once, from the environment, by `readConfig`. */
export interface Config {
  /** A demonstration has ready-made accounts and may run on a simulated clock; production has neither. */
  readonly environment: 'demonstration' | 'production'
  /** Address to listen on; a demonstration takes loopback only. */
  readonly host: string
  readonly port: number
  /** Folder of the database, files, secrets and anchors. */
  readonly dataDir: string
  /** A PostgreSQL server (15 or later) by a role that may create roles; absent: the embedded one. */
  readonly databaseUrl: string | undefined
  /** Folder of the city's pack. */
  readonly packDir: string
  /** Where people reach the installation, for links; absent: the listening address. */
  readonly publicUrl: string | undefined
  /** ISO instant at which a demonstration's clock begins; absent: the real time. */
  readonly simulatedStart: Date | undefined
  readonly logLevel: string
  readonly oidc: OidcConfig | undefined
  /** File that block roots of the audit are anchored in; best on another medium. */
  readonly anchorFile: string
  /** The way to the customs counter; absent: messages wait. A demonstration has a drop folder of its own. */
  readonly counter: CounterConfig | undefined
}

/** A drop folder (absolute), an address that takes messages, or two queues of a broker. */
export type CounterConfig =
  | { readonly kind: 'folder'; readonly dir: string }
  | { readonly kind: 'http'; readonly url: string }
  | { readonly kind: 'queue'; readonly address: QueueConfig }

/** Two queues of an AMQP 1.0 broker, by the names that it gives them. */
export interface QueueConfig {
  readonly host: string
  readonly port: number
  readonly isTls: boolean
  readonly user: string | undefined
  readonly password: string | undefined
  readonly out: string
  readonly in: string
}

export interface OidcConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people know it by, on the button that leads to it; absent: its host. */
  readonly name: string
}

const KNOWN = new Set([
  'TONGQU_ENV',
  'TONGQU_HOST',
  'TONGQU_DATA',
  'TONGQU_PACK',
  'TONGQU_PUBLIC_URL',
  'TONGQU_CLOCK',
  'TONGQU_LOG',
  'TONGQU_OIDC_ISSUER',
  'TONGQU_OIDC_CLIENT_ID',
  'TONGQU_OIDC_CLIENT_SECRET',
  'TONGQU_OIDC_NAME',
  'TONGQU_ANCHOR',
  'TONGQU_COUNTER',
  'TONGQU_COUNTER_USER',
  'TONGQU_COUNTER_PASSWORD',
])

/** A setting that cannot be used: names it and what it takes. */
export class ConfigError extends Error {}

/**
 * Reads the settings of an environment.
 * @param root the repository's folder, which relative paths start from
 * @throws ConfigError for an unknown `TONGQU_` name or a value that does not fit
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config {
  for (const name of Object.keys(env)) {
    if (name.startsWith('TONGQU_') && !KNOWN.has(name))
      throw new ConfigError(`${name} is not a setting. Known: ${[...KNOWN].join(', ')}, PORT, DATABASE_URL.`)
  }
  const environment = choice(env.TONGQU_ENV ?? 'demonstration', ['demonstration', 'production'], 'TONGQU_ENV')
  const host = env.TONGQU_HOST ?? '127.0.0.1'
  if (environment === 'demonstration' && !isLoopback(host))
    throw new ConfigError(
      `A demonstration installation has ready-made accounts and listens on loopback only, not on ${host}. Set TONGQU_ENV=production.`,
    )
  const simulatedStart = env.TONGQU_CLOCK ? instant(env.TONGQU_CLOCK) : undefined
  if (simulatedStart && environment === 'production')
    throw new ConfigError('TONGQU_CLOCK simulates the time; production refuses it.')
  const dataDir = resolve(root, env.TONGQU_DATA ?? 'data')
  const packDir = resolve(root, env.TONGQU_PACK ?? 'packs/wuhan')
  if (!existsSync(packDir)) throw new ConfigError(`TONGQU_PACK: there is no folder ${packDir}.`)
  return {
    environment,
    host,
    port: port(env.PORT ?? '8080'),
    dataDir,
    databaseUrl: env.DATABASE_URL || undefined,
    packDir,
    publicUrl: env.TONGQU_PUBLIC_URL ? publicUrl(env.TONGQU_PUBLIC_URL, environment) : undefined,
    simulatedStart,
    logLevel: env.TONGQU_LOG ?? 'info',
    oidc: oidc(env),
    anchorFile: resolve(root, env.TONGQU_ANCHOR ?? `${dataDir}/anchors/audit.txt`),
    counter: counter(env, environment, { root, dataDir }),
  }
}

function counter(
  env: Readonly<Record<string, string | undefined>>,
  environment: Config['environment'],
  { root, dataDir }: { readonly root: string; readonly dataDir: string },
): CounterConfig | undefined {
  const text = env.TONGQU_COUNTER
  if (!text)
    return environment === 'demonstration' ? { kind: 'folder', dir: `${dataDir}/counter` } : undefined
  if (text.startsWith('folder:')) return { kind: 'folder', dir: resolve(root, text.slice('folder:'.length)) }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password)
    return { kind: 'http', url: url.href }
  const address = url && queue(url, env, environment)
  if (address) return { kind: 'queue', address }
  throw new ConfigError(
    `TONGQU_COUNTER=${text}: takes folder:PATH, an address such as https://counter.example/in, or queues: amqps://broker.example/?out=NAME&in=NAME. In production amqp: without TLS is for this machine only.`,
  )
}

const PORTS: Readonly<Record<string, number>> = { 'amqp:': 5672, 'amqps:': 5671 }

function queue(
  url: URL,
  env: Readonly<Record<string, string | undefined>>,
  environment: Config['environment'],
): QueueConfig | undefined {
  const port = PORTS[url.protocol]
  const [out, into] = [url.searchParams.get('out'), url.searchParams.get('in')]
  const isTls = url.protocol === 'amqps:'
  const isOpenLine = !isTls && !isLoopback(url.hostname) && environment === 'production'
  if (port === undefined || !url.hostname || !out || !into || url.username || url.password || isOpenLine)
    return undefined
  return {
    host: url.hostname,
    port: url.port === '' ? port : Number(url.port),
    isTls,
    user: env.TONGQU_COUNTER_USER || undefined,
    password: env.TONGQU_COUNTER_PASSWORD || undefined,
    out,
    in: into,
  }
}

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function choice<T extends string>(value: string, values: readonly T[], name: string): T {
  const found = values.find(each => each === value)
  if (!found) throw new ConfigError(`${name}=${value}: takes ${values.join(' or ')}.`)
  return found
}

function publicUrl(text: string, environment: Config['environment']): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new ConfigError(`TONGQU_PUBLIC_URL=${text}: takes an address such as https://tongqu.example.`)
  if (environment === 'demonstration' && !isLoopback(url.hostname.replace(/^\[|\]$/g, '')))
    throw new ConfigError(
      `A demonstration installation has ready-made accounts and is not opened to others at ${text}. Set TONGQU_ENV=production.`,
    )
  return url.origin
}

function port(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65535)
    throw new ConfigError(`PORT=${text}: takes a whole number from 0 to 65535.`)
  return value
}

function instant(text: string): Date {
  const value = new Date(text)
  if (Number.isNaN(value.getTime())) throw new ConfigError(`TONGQU_CLOCK=${text}: takes an ISO instant.`)
  return value
}

function oidc(env: Readonly<Record<string, string | undefined>>): OidcConfig | undefined {
  const issuer = env.TONGQU_OIDC_ISSUER
  const clientId = env.TONGQU_OIDC_CLIENT_ID
  const clientSecret = env.TONGQU_OIDC_CLIENT_SECRET
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret)
    throw new ConfigError('TONGQU_OIDC_ISSUER, _CLIENT_ID and _CLIENT_SECRET go together.')
  if (!URL.canParse(issuer)) throw new ConfigError(`TONGQU_OIDC_ISSUER=${issuer}: takes an address.`)
  return { issuer, clientId, clientSecret, name: env.TONGQU_OIDC_NAME || new URL(issuer).host }
}

/** The environment of this process: the one place that reads it. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env
}

import { fileURLToPath } from 'node:url'
import type { Config } from '@tongqu/kernel/config'
import type { Host } from '@tongqu/kernel/host'
import { RoleBook, systemActor } from '@tongqu/kernel/identity'
import type { Log } from '@tongqu/kernel/log'
import type { Module } from '@tongqu/kernel/module'
import { answerOf, testHost } from '@tongqu/kernel/testing'
import type { FastifyInstance } from 'fastify'
import { type AppOptions, createApp } from '../http/app.ts'
import { modules } from '../modules.ts'
import { type Packs, readPacks, rolesOf } from '../packs.ts'
import { prepareAccounts } from '../welcome.ts'

export interface GroundOptions extends AppOptions {
  /** The database's address as its administrator. */
  readonly url: string
  readonly config?: Partial<Config>
  /** Modules beside the product's own. */
  readonly more?: readonly Module[]
  readonly log?: Log
}

/** The repository's own packs, as an installation reads them. */
export function cityPacks(): Promise<Packs> {
  return readPacks(fileURLToPath(new URL('../../../packs/wuhan', import.meta.url)))
}

/** The whole product on a test's database: every module, the city's packs and roles. Not started. */
export async function wholeHost({ url, config = {}, more = [], log }: GroundOptions): Promise<Host> {
  const packs = await cityPacks()
  return testHost({
    url,
    packs,
    config,
    ...(log && { log }),
    roles: new RoleBook(rolesOf(packs)),
    // A test host has the kernel already.
    modules: services => [...modules(services).filter(module => module.name !== 'kernel'), ...more],
  })
}

/** The whole product behind HTTP, with the demonstration's accounts. */
export interface Ground {
  readonly host: Host
  readonly app: FastifyInstance
  /** The cookie of a session of one of the demonstration's accounts, opened over HTTP. */
  signIn(login: string): Promise<string>
  /** Where it listens on a real socket, from the first time it is asked. */
  address(): Promise<string>
  stop(): Promise<void>
}

export async function ground(options: GroundOptions): Promise<Ground> {
  const host = await wholeHost(options)
  await prepareAccounts(host)
  const { accounts } = await answerOf<{ accounts: { login: string; password: string }[] }>(
    host.call('kernel.demonstration.accounts', {}, systemActor('start')),
  )
  const app = await createApp(host, options)
  let listening: Promise<string> | undefined
  return {
    host,
    app,
    address: () => (listening ??= app.listen({ host: '127.0.0.1', port: 0 })),
    async signIn(login) {
      const { password } = accounts.find(account => account.login === login)!
      const payload = { login, password }
      const reply = await app.inject({ method: 'POST', url: '/api/kernel/session/open', payload })
      if (reply.statusCode !== 200) throw new Error(reply.body)
      return String(reply.headers['set-cookie']).split(';')[0]!
    },
    async stop() {
      await app.close()
      await host.stop()
    },
  }
}

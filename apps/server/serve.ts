import { join } from 'node:path'
import type { Config } from '@tongqu/kernel/config'
import { type AppOptions, createApp } from './http/app.ts'
import { type Installation, openInstallation } from './installation.ts'
import { listenLocally } from './listen.ts'

/** A server that answers. */
export interface Server {
  readonly installation: Installation
  /** Where people reach it. */
  readonly address: string
  /** Ends requests in hand, then jobs, then the database. */
  stop(): Promise<void>
}

/** The socket that the command line talks to. */
export function localSocket(config: Config): string {
  return join(config.dataDir, 'tongqu.sock')
}

/** Opens the installation and serves it on its address and on its local socket. */
export async function serve(
  config: Config,
  say: (line: string) => void,
  options: AppOptions = {},
): Promise<Server> {
  const installation = await openInstallation(config, say)
  const { host } = installation
  try {
    const app = await createApp(host, options)
    await host.start()
    const listening = await app.listen({ host: config.host, port: config.port })
    const closeLocal = await listenLocally(app, localSocket(config))
    return {
      installation,
      address: config.publicUrl ?? listening,
      async stop() {
        await closeLocal()
        await app.close()
        await installation.stop()
      },
    }
  } catch (error) {
    await installation.stop()
    throw error
  }
}

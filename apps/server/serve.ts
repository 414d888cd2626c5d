import type { Server as HttpServer } from 'node:http'
import { join } from 'node:path'
import type { Config } from '@tongqu/kernel/config'
import type { Log } from '@tongqu/kernel/log'
import type { FastifyInstance } from 'fastify'
import { type AppOptions, createApp } from './http/app.ts'
import { BOUNDS } from './http/bounds.ts'
import { type Installation, openInstallation } from './installation.ts'
import { answersLocally, listenLocally } from './listen.ts'

/** A server that answers. */
export interface Server {
  readonly installation: Installation
  /** Where people reach it. */
  readonly address: string
  /** Ends requests in hand, then jobs, then the database. The second call waits for the first. */
  stop(): Promise<void>
}

/** Another server serves this data folder already. */
export class ServerBusy extends Error {
  readonly code = 'server.busy'
}

/** The socket that the command line talks to. */
export function localSocket({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'run', 'tongqu.sock')
}

export interface ServeOptions extends AppOptions {
  readonly log?: Log
}

/**
 * Opens the installation and serves it on its address and on its local socket.
 * @throws ServerBusy and the database's own `EmbeddedBusy` where another process has the data folder
 */
export async function serve(
  config: Config,
  say: (line: string) => void,
  options: ServeOptions = {},
): Promise<Server> {
  const socket = localSocket(config)
  if (await answersLocally(socket))
    throw new ServerBusy(`Another Tongqu serves ${config.dataDir}: stop that one first, or use it.`)
  const installation = await openInstallation(config, say, options.log)
  const open: { app?: FastifyInstance; local?: HttpServer } = {}
  const patience = options.bounds?.stopWithin ?? BOUNDS.stopWithin
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= close(open, patience).finally(() => installation.stop()))
  try {
    open.app = await createApp(installation.host, options)
    await installation.host.start()
    // The socket first: whoever reads the address may use the command line.
    open.local = await listenLocally(open.app, socket)
    const listening = await open.app.listen({ host: config.host, port: config.port })
    const { address } = installation.host
    address.listens(Number(new URL(listening).port || config.port))
    return { installation, address: address.origin, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Answers what is in hand and takes nothing new; what is not done within `patience` is cut off. */
async function close(
  { app, local }: { app?: FastifyInstance; local?: HttpServer },
  patience: number,
): Promise<void> {
  const cut = setTimeout(() => {
    app?.server.closeAllConnections()
    local?.closeAllConnections()
  }, patience)
  try {
    await Promise.all([app?.close(), local && new Promise(resolve => local.close(resolve))])
  } finally {
    clearTimeout(cut)
  }
}

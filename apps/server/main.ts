import { fileURLToPath } from 'node:url'
import { ConfigError, environment, readConfig } from '@tongqu/kernel/config'
import { isAlive } from '@tongqu/kernel/db/embedded'
import type { Storage } from '@tongqu/kernel/host'
import { createLog, type Log } from '@tongqu/kernel/log'
import { live } from './lifetime.ts'
import { serve } from './serve.ts'
import { welcome } from './welcome.ts'

/** `npm start`: serves until told to stop. */
async function main(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const webDir = fileURLToPath(new URL('../web/dist', import.meta.url))
  const config = readConfig(environment(), root)
  const log = createLog(config.logLevel)
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const begin = async () => {
    const server = await serve(config, say, { webDir, log })
    await welcome(server.installation.host, server.address, say)
    const leave = watch(server.installation.storage, log)
    const stop = () => {
      leave()
      return server.stop()
    }
    return { stop }
  }
  await live(begin, say, log)
}

/** How often to look whether PostgreSQL still runs, milliseconds. */
const LOOK_EVERY = 1000

/**
 * Without its database a server can only say no: it ends, so that whoever started it may start it again. Should
 * something else have met the loss first and be the reason to end, the cause is told all the same.
 * @returns what ends the watch
 */
function watch({ embedded }: Storage, log: Log): () => void {
  if (!embedded) return () => undefined
  const { pid, dataDir } = embedded
  const told = `PostgreSQL (process ${pid}, ${dataDir}) ended; see postgres.log in the data folder.`
  let isTold = false
  const look = setInterval(() => {
    if (isAlive(pid)) return
    isTold = true
    clearInterval(look)
    throw new Error(told)
  }, LOOK_EVERY)
  return () => {
    clearInterval(look)
    if (!isTold && !isAlive(pid)) log.fatal(told)
  }
}

/** Faults of the surroundings, which a person can mend: told in a line, without a stack. */
const TOLD: Readonly<Record<string, (error: Error & { port?: number }) => string>> = {
  'embedded.busy': ({ message }) => message,
  'server.busy': ({ message }) => message,
  'database.busy': ({ message }) => message,
  EADDRINUSE: ({ port }) => `端口 ${port} 已被占用。Port ${port} is in use: set PORT to another one.`,
  EACCES: ({ message }) => `没有权限 not permitted: ${message}`,
}

main().catch((error: Error & { code?: string }) => {
  const told = error instanceof ConfigError ? error.message : TOLD[error.code ?? '']?.(error)
  process.stderr.write(`${told ?? error.stack}\n`)
  process.exit(1)
})

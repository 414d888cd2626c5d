import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { buildWeb } from '../../launch/web.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The whole product as a person starts it: built pages, a server of its own, a fresh data folder. */
export interface Product {
  readonly address: string
  /** The folder of its data. */
  readonly data: string
  /** Password of a demonstration account, by its login, as the start printed it. */
  readonly passwords: ReadonlyMap<string, string>
  stop(): Promise<void>
}

/**
 * Builds the pages if they changed, starts the server on a free port and waits for its greeting.
 * @param folder an empty folder for its data
 */
export async function startProduct(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Product> {
  await buildWeb(root, process.execPath, process.env)
  const data = join(folder, 'data')
  const server = spawn(process.execPath, [join(root, 'apps/server/main.ts')], {
    env: { ...process.env, PORT: '0', TONGQU_DATA: data, TONGQU_LOG: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await greeting(server.stdout)
  const address = /http:\/\/\S+/.exec(said)?.[0]
  if (!address) throw new Error(`The server did not greet: ${said}`)
  const passwords = new Map([...said.matchAll(/^ {2}(\w+) +(\S+) /gm)].map(match => [match[1]!, match[2]!]))
  const stop = async () => {
    if (server.exitCode !== null) return
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  return { address, data, passwords, stop }
}

/** What the server said up to the administrator's line, the last of its greeting; what follows is let go by. */
function greeting(stdout: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    stdout.on('data', chunk => {
      said += chunk
      if (/^ {2}admin +\S+ .*\n/m.test(said)) resolve(said)
    })
    stdout.once('end', () => reject(new Error(`The server did not greet: ${said}`)))
  })
}

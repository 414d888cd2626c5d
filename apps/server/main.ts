import { fileURLToPath } from 'node:url'
import { ConfigError, environment, readConfig } from '@tongqu/kernel/config'
import { serve } from './serve.ts'
import { welcome } from './welcome.ts'

/** `npm start`: serves until told to stop. */
async function main(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const config = readConfig(environment(), root)
  const webDir = fileURLToPath(new URL('../web/dist', import.meta.url))
  const server = await serve(config, say, { webDir })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    say('Stopping 正在停止 …')
    server.stop().then(
      () => process.exit(0),
      error => {
        process.stderr.write(`${error}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  await welcome(server.installation.host, server.address, say)
}

main().catch((error: Error) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error.stack}\n`)
  process.exit(1)
})

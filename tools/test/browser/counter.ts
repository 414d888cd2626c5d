import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Product } from './product.ts'

const cli = fileURLToPath(new URL('../../../apps/cli/main.ts', import.meta.url))

/** The simulated customs on the drop folder of a product, as `./tongqu simulate customs` starts it. */
export interface SimulatedCustoms {
  stop(): Promise<void>
}

/**
 * Starts it, by a scenario that differs from the ordinary one. What it has taken in it remembers beside the product's
 * data: one that is started after another goes on where that stopped.
 */
export async function startCustoms(product: Product, scenario: object): Promise<SimulatedCustoms> {
  const folder = join(product.data, 'simulated-customs')
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'scenario.json')
  await writeFile(file, JSON.stringify({ title: { zh: '测试', en: 'A test' }, ...scenario }))
  const options = ['--folder', join(product.data, 'counter'), '--scenario', file, '--faster', '200']
  const state = ['--state', join(folder, 'state')]
  const child = spawn(process.execPath, [cli, 'simulate', 'customs', ...options, ...state], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await once(child.stderr, 'data')
  child.stderr.resume()
  return {
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Everything that is in order is released at once. */
export const releasing = { shares: { list: { released: 1, others: 0 } } }
/** Every list is refused with a reason. */
export const refusing = { shares: { list: { rejected: 1, others: 0 } } }

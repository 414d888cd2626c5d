import { join } from 'node:path'
import { type Embedded, type EmbeddedOptions, startEmbedded } from '@tongqu/kernel/db/embedded'
import { afterAll } from 'vitest'
import { testFolder } from './folder.ts'

export { testFolder }

/**
 * A PostgreSQL of its own for a test file that kills, restarts or reconfigures its server; with fsync, as
 * products run. Stopped after the file's last test. Call it at the top of the file.
 */
export async function testCluster(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const folder = await testFolder()
  const server = await startEmbedded({
    dir: join(folder, 'pg'),
    shelter: join(folder, 'shelter'),
    ...options,
  })
  afterAll(() => server.stop())
  return server
}

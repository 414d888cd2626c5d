import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from '@tongqu/kernel/db/embedded'
import { ownFolderPrefix } from '../test/names.ts'

/** A PostgreSQL for one bench, as products run it (fsync on), and the way to be rid of it. */
export interface BenchCluster {
  server: Embedded
  /** Stops the server and removes its folder. */
  close(): Promise<void>
}

/** Starts a PostgreSQL of its own for a bench in a temporary folder. */
export async function benchCluster(): Promise<BenchCluster> {
  const folder = await mkdtemp(join(tmpdir(), ownFolderPrefix))
  await chmod(folder, 0o711)
  const server = await startEmbedded({ dir: join(folder, 'pg'), shelter: join(folder, 'shelter') })
  const close = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { server, close }
}

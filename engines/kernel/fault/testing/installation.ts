import { join } from 'node:path'
import { createDatabase, type Embedded, startEmbedded, withDatabase } from '../../db/embedded/index.ts'
import type { Host } from '../../host/index.ts'
import { fixtureModule } from '../../testing/fixture.ts'
import { testHost } from '../../testing/host.ts'
import { faultModule } from './module.ts'

export interface Installation {
  readonly host: Host
  readonly embedded: Embedded
  readonly anchorFile: string
  stop(): Promise<void>
}

export interface InstallationOptions {
  readonly dataDir: string
  /** Where PostgreSQL's binaries go when its user cannot reach ours. */
  readonly shelter: string
  readonly fsync: boolean
}

/** A whole installation in a folder, its own PostgreSQL in it, with the fixture's module; made or reopened. */
export async function openInstallation({
  dataDir,
  shelter,
  fsync,
}: InstallationOptions): Promise<Installation> {
  const embedded = await startEmbedded({ dir: join(dataDir, 'postgres'), shelter, fsync })
  try {
    const url = await databaseOf(embedded)
    const host = await testHost({ url, dataDir, modules: () => [fixtureModule, faultModule] })
    const stop = async () => {
      await host.stop()
      await embedded.stop()
    }
    return { host, embedded, anchorFile: host.config.anchorFile, stop }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

async function databaseOf(embedded: Embedded): Promise<string> {
  return createDatabase(embedded.url, 'fault').catch((error: { code?: string }) => {
    if (error.code === '42P04') return withDatabase(embedded.url, { database: 'fault' })
    throw error
  })
}

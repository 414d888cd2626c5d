import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MigrationSource } from '../db/index.ts'

/** The text of a migration; undefined when this program does not have it. */
export async function readMigration(source: MigrationSource, file: string): Promise<string | undefined> {
  return readFile(join(source.dir, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

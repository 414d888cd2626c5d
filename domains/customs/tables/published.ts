import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TableSet } from './set.ts'

/** Name of the tables among an installation's published files. */
export const PUBLISHED = 'customs-tables.json'

/**
 * The tables that an installation has published for planning without its database; undefined when it has
 * published none.
 * @param dataDir the installation's data folder
 */
export async function publishedTables(dataDir: string): Promise<TableSet | undefined> {
  const text = await readFile(join(dataDir, 'published', PUBLISHED), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
      throw error
    },
  )
  return text === undefined ? undefined : (JSON.parse(text) as TableSet)
}

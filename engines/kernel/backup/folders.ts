import { readdir, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { Config } from '../config/index.ts'

const FOLDER = 'backups'

/** Where a backup lies: a relative name is under `data/backups`. */
export function folderOf({ config }: { readonly config: Pick<Config, 'dataDir'> }, name: string): string {
  return isAbsolute(name) ? name : join(config.dataDir, FOLDER, name)
}

/** When the folder's backup was made whole; undefined: it is not there, or not whole. */
export async function wholeSince(dir: string): Promise<Date | undefined> {
  // The seal is what a backup writes last.
  return stat(join(dir, 'manifest.sm3')).then(
    found => found.mtime,
    () => undefined,
  )
}

/** Whole backups under `data/backups`, by name: the installation may not have made them itself. */
export async function foldersThere(
  services: { readonly config: Pick<Config, 'dataDir'> },
  most: number,
): Promise<ReadonlyMap<string, Date>> {
  const names = await readdir(folderOf(services, '.')).catch(() => [] as string[])
  const found = new Map<string, Date>()
  for (const name of names.sort().reverse()) {
    if (found.size === most) break
    const at = await wholeSince(folderOf(services, name))
    if (at) found.set(name, at)
  }
  return found
}

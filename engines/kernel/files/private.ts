import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from './sync.ts'

/** Writes a small file that only the installation's user can read, whole or not at all, and syncs it. */
export async function writePrivate(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const handle = await open(`${path}.new`, 'w', 0o600)
  await handle.writeFile(content)
  await handle.sync().finally(() => handle.close())
  await rename(`${path}.new`, path)
  await syncFolder(dirname(path))
}

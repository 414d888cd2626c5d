import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Puts a file where verbs that need no database find it: `published/NAME` in the data folder. It is a copy of
 * what the database holds, written whole or not at all; losing it loses nothing.
 */
export async function publish(dataDir: string, name: string, text: string): Promise<void> {
  const dir = join(dataDir, 'published')
  await mkdir(dir, { recursive: true })
  const path = join(dir, name)
  const handle = await open(`${path}.new`, 'w', 0o644)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${path}.new`, path)
}

import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '../files/sync.ts'

/**
 * A secret of the installation, made the first time it is asked for and kept in a file that only its user can
 * read. Backed up with the installation: without it identity numbers cannot be opened.
 * @returns the secret's bytes
 */
export async function secret(
  dir: string,
  name: string,
  make: () => Uint8Array = () => randomBytes(32),
): Promise<Buffer> {
  const path = join(dir, `${name}.key`)
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (before !== undefined) return Buffer.from(before.trim(), 'hex')
  const fresh = Buffer.from(make())
  await mkdir(dir, { recursive: true, mode: 0o700 })
  // One that a crash left half is written over.
  const handle = await open(`${path}.new`, 'w', 0o600)
  await handle.writeFile(`${fresh.toString('hex')}\n`)
  await handle.sync().finally(() => handle.close())
  await rename(`${path}.new`, path)
  // What is sealed with a secret must not outlive it: its name is on the disk before it is used.
  await syncFolder(dir)
  await syncFolder(dirname(dir))
  return fresh
}

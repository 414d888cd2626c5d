import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isAlive, stopLeftover } from '@tongqu/kernel/db/embedded'
import { folderPrefix } from './names.ts'

/**
 * Stops servers and removes folders that test runs left in the temporary folder: those of this process and
 * those of processes that are gone. Runs of others that still live are left alone. Returns what it removed.
 */
export async function sweep(): Promise<string[]> {
  const names = (await readdir(tmpdir())).filter(name => name.startsWith(folderPrefix))
  const removed: string[] = []
  for (const name of names.filter(isLeft)) {
    const folder = join(tmpdir(), name)
    const files = await readdir(folder, { recursive: true }).catch(() => [])
    for (const file of files.filter(path => path.endsWith('postmaster.pid'))) {
      await stopLeftover(join(folder, dirname(file)))
    }
    await rm(folder, { recursive: true, force: true })
    removed.push(folder)
  }
  return removed
}

function isLeft(name: string): boolean {
  const pid = Number.parseInt(name.slice(folderPrefix.length), 10)
  return pid === process.pid || Number.isNaN(pid) || !isAlive(pid)
}

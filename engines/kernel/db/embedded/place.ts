import { chmod, mkdir, mkdtemp, realpath, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'

interface Mode {
  uid: number
  gid: number
  mode: number
}

/** Whether the account may pass through a folder, by its permission bits (access lists are not read). */
export function mayPass(account: { uid: number; gid: number }, folder: Mode): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0
  return (folder.mode & 0o001) !== 0
}

/** Whether the account reaches an existing folder: it may pass through it and each of its parents. */
export async function reaches(account: Account, folder: string): Promise<boolean> {
  if (!account.run) return true
  for (let at = await realpath(folder); ; at = dirname(at)) {
    if (!mayPass(account, await stat(at))) return false
    if (at === dirname(at)) return true
  }
}

/**
 * A folder outside the repository that the account reaches, for the case that it cannot reach the
 * repository (`mktemp -d` as root makes 0700). Places that survive a restart come first; a folder that
 * someone else planted under the name is passed over.
 */
export async function shelter(account: Account, preferred?: string): Promise<string> {
  const candidates = preferred
    ? [preferred]
    : ['/var/lib/tongqu', '/var/tmp/tongqu', join(tmpdir(), 'tongqu')]
  for (const folder of candidates) {
    const made = await makeFolder(folder).catch(() => false)
    if (made && (await isOurs(folder)) && (await reaches(account, folder))) return folder
  }
  const last = await mkdtemp(join(tmpdir(), 'tongqu-'))
  await chmod(last, 0o755)
  if (await reaches(account, last)) return last
  throw new Error(
    `PostgreSQL cannot run as root, and its user reaches none of ${candidates.join(', ')}, ${tmpdir()}: move the repository to a folder that others may pass through (chmod o+x)`,
  )
}

/** Makes a folder that others may pass through, whatever the umask; one that stands is left as it is. */
async function makeFolder(folder: string): Promise<boolean> {
  const first = await mkdir(folder, { recursive: true })
  if (first) await chmod(folder, 0o755)
  return true
}

/** Whether a folder belongs to us (or root) and nobody else can write in it, unless it is a sticky one. */
export async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder)
  const me = process.getuid?.() ?? found.uid
  const closed = (found.mode & 0o022) === 0 || (found.mode & 0o1000) !== 0
  return (found.uid === me || found.uid === 0) && closed
}

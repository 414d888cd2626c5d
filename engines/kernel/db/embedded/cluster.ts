import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { syncFolder } from '../../files/sync.ts'
import type { Account } from './account.ts'
import { type Binaries, environment } from './binaries.ts'
import { reaches, shelter } from './place.ts'

const run = promisify(execFile)

/** Name of the database's administrator role. */
export const adminUser = 'tongqu'

/** Longest path of a socket that every Unix takes (its address holds 104 bytes on some). */
const LONGEST_SOCKET_PATH = 100

/**
 * The folder that holds the cluster: `dir/cluster`, or, when the account cannot reach `dir`, a folder in a
 * shelter that `dir/elsewhere` names. The marker lies in `dir`, so a new installation at the same path
 * never meets the data of an old one.
 */
export async function clusterFolder(
  dir: string,
  account: Account,
  sheltered?: string,
): Promise<{ folder: string; moved: boolean }> {
  const marker = join(dir, 'elsewhere')
  const named = await readFile(marker, 'utf8').catch(() => undefined)
  if (named) return { folder: join(named.trim(), 'cluster'), moved: true }
  if (await reaches(account, dir)) return { folder: join(dir, 'cluster'), moved: false }
  const home = await mkdtemp(join(await shelter(account, sheltered), 'data-'))
  await chmod(home, 0o711)
  await writeFile(marker, `${home}\n`)
  return { folder: join(home, 'cluster'), moved: true }
}

/**
 * Makes the cluster when there is none: checksums, UTF-8, and the builtin C.UTF-8 order, which is the same on
 * every machine and never changes with the system's library (an index sorted by the system's may). It is made
 * beside its place and moved there whole, so one that was cut short is never taken for a cluster.
 */
export async function makeCluster(
  folder: string,
  binaries: Binaries,
  account: Account,
  sync: boolean,
): Promise<boolean> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version !== undefined) {
    if (Number(version) === binaries.major) return false
    throw new Error(
      `${folder} was made by PostgreSQL ${version.trim()}, this is ${binaries.major}: restore a backup into a new folder`,
    )
  }
  // pg_trgm still asks the system's library what a letter is; under plain C no Chinese character is one.
  const ctype = process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'
  const made = await mkdtemp(`${folder}-new-`)
  await own(made, account)
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  const given = [
    '-D',
    made,
    '-U',
    adminUser,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    `--lc-ctype=${ctype}`,
    '--data-checksums',
  ]
  const quick = sync ? [] : ['--no-sync']
  const options = { ...account.run, env: environment, cwd: '/' }
  await run(
    join(binaries.bin, 'initdb'),
    [...given, ...locale, ...quick, '--no-instructions'],
    options,
  ).catch(async (error: Error) => {
    await rm(made, { recursive: true, force: true })
    throw new Error(`the database could not be made in ${folder}: ${error.message}`, { cause: error })
  })
  await rename(made, folder)
  // Without its name on the disk a cluster would be gone after a power cut, and an empty one made in its place.
  if (sync) await syncFolder(dirname(folder))
  return true
}

/** Writes a file of the cluster; true when its text was another before. */
export async function putFile(
  folder: string,
  name: string,
  text: string,
  account: Account,
): Promise<boolean> {
  const path = join(folder, name)
  const before = await readFile(path, 'utf8').catch(() => undefined)
  if (before === text) return false
  await writeFile(path, text, { mode: 0o600 })
  await own(path, account)
  return true
}

/** The socket's folder: beside the cluster if its path is short enough, else under the temporary folder. */
export async function socketFolder(cluster: string, account: Account): Promise<string> {
  const beside = `${cluster}-run`
  const isShort = Buffer.byteLength(join(beside, '.s.PGSQL.5432.lock')) <= LONGEST_SOCKET_PATH
  const folder = isShort ? beside : join(tmpdir(), `tongqu-run-${digestOf(cluster)}`)
  await mkdir(folder, { recursive: true })
  const found = await stat(folder)
  const me = process.getuid?.() ?? found.uid
  if (found.uid !== account.uid && found.uid !== me) {
    throw new Error(`${folder} belongs to another user: remove it, or move the repository to a shorter path`)
  }
  await own(folder, account)
  await chmod(folder, 0o700)
  return folder
}

function digestOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

async function own(path: string, account: Account): Promise<void> {
  if (account.run) await chown(path, account.uid, account.gid)
}

import { chmod, mkdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Client } from 'pg'
import { type Account, account as findAccount } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { adminUser, clusterFolder, makeCluster, putFile, socketFolder } from './cluster.ts'
import { claim } from './owner.ts'
import { readPostmaster, removeVoidLocks, servesFolder } from './postmaster.ts'
import { startServer, stopServer, waitForOrphans } from './server.ts'
import { accessText, identText, type Settings, serverSettings, settingsText } from './settings.ts'
import { socketUrl } from './url.ts'

export { createDatabase, dropDatabase, renameDatabase } from './databases.ts'
export { EmbeddedBusy } from './owner.ts'
export { isAlive } from './postmaster.ts'
export { withDatabase } from './url.ts'
export type { Settings }

export interface EmbeddedOptions {
  /** Folder of the database, made if missing. The cluster, its socket and its log lie in it. */
  dir: string
  /** Settings of postgresql.conf beyond the launcher's own. */
  settings?: Settings
  /** false only in tests: without fsync a power cut loses what was acknowledged. Default true. */
  fsync?: boolean
  /** Another set of binaries (the folder with `postgres` and `initdb`), such as Debian's 15. */
  bin?: string
  /** Where binaries and cluster go when PostgreSQL's user cannot reach `dir`. Default: a lasting place. */
  shelter?: string
  /** Told what a person should know (a folder was moved, an old server was stopped). Default: silent. */
  say?: (line: string) => void
}

export interface Embedded {
  socketDir: string
  adminUser: string
  /** Address of the database `postgres` as the administrator; others by `withDatabase`. */
  url: string
  pid: number
  version: string
  /** Whether a server that was left running was taken over. */
  adopted: boolean
  /** The folder that really holds the data. */
  dataDir: string
  stop(): Promise<void>
}

/**
 * Starts the real PostgreSQL that comes with the packages, on a Unix socket only, or takes over one that an
 * earlier process of ours left running on the same folder.
 *
 * State of a folder: free → claimed (`owner.json` names a living process) → served (a server runs) → free.
 * A killed owner leaves "served" without a living claim: the next start adopts that server if it was started
 * with the same settings and answers, else stops it and starts its own.
 *
 * Whoever calls this owns `stop()`, also on SIGTERM and SIGINT: the server outlives the terminal's Ctrl-C so
 * that work in hand can end first.
 * Errors: `EmbeddedBusy`; no binaries for this machine; a cluster of another major version.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dir = resolve(options.dir)
  if (await mkdir(dir, { recursive: true })) await chmod(dir, 0o711)
  const release = await claim(dir)
  try {
    const server = await serve(dir, options)
    const leave = () => killQuietly(server.pid)
    process.once('exit', leave)
    const stop = async () => {
      process.off('exit', leave)
      await stopServer(server.pid, server.dataDir)
      await rm(server.socketDir, { recursive: true, force: true })
      await release()
    }
    let stopping: Promise<void> | undefined
    return { ...server, stop: () => (stopping ??= stop()) }
  } catch (error) {
    await release()
    throw error
  }
}

async function serve(dir: string, options: EmbeddedOptions): Promise<Omit<Embedded, 'stop'>> {
  const say = options.say ?? (() => undefined)
  const account = await findAccount()
  const binaries = await findBinaries(account, options.bin, options.shelter)
  if (binaries.copiedTo)
    say(`PostgreSQL runs from ${dirname(binaries.copiedTo)}: its user cannot reach the repository`)
  const { folder, moved } = await clusterFolder(dir, account, options.shelter)
  if (moved) say(`the database lies in ${dirname(folder)}: PostgreSQL's user cannot reach ${dir}`)
  const fsync = options.fsync ?? true
  await makeCluster(folder, binaries, account, fsync)
  const socketDir = await socketFolder(folder, account)
  const changed = await configure(folder, binaries, account, {
    ...(fsync ? {} : { fsync: false, full_page_writes: false }),
    ...options.settings,
    unix_socket_directories: socketDir,
  })
  const url = socketUrl(socketDir, adminUser)
  const common = { socketDir, adminUser, url, version: binaries.version, dataDir: folder }
  const left = await readPostmaster(folder)
  if (left && (await servesFolder(left.pid, folder))) {
    if (!changed && left.ready && (await answers(url))) return { ...common, pid: left.pid, adopted: true }
    say(`a PostgreSQL that was left running with other settings is stopped (process ${left.pid})`)
    await stopServer(left.pid, folder)
  }
  await waitForOrphans(folder)
  await removeVoidLocks(folder, socketDir)
  const pid = await startServer(folder, binaries, account, join(dir, 'postgres.log'))
  return { ...common, pid, adopted: false }
}

/** Writes the configuration; true when it is not what a server left running was started with. */
async function configure(
  folder: string,
  binaries: Binaries,
  account: Account,
  extra: Settings,
): Promise<boolean> {
  const settings = {
    ...serverSettings(binaries.major, extra),
    hba_file: `${folder}/access.conf`,
    ident_file: `${folder}/ident.conf`,
  }
  const text = `# Written by Tongqu at each start.\n# PostgreSQL ${binaries.version}\n${settingsText(settings)}`
  const changes = [
    await putFile(folder, 'postgresql.conf', text, account),
    await putFile(folder, 'access.conf', accessText(binaries.major), account),
    await putFile(folder, 'ident.conf', identText(binaries.major, account.client), account),
  ]
  return changes.includes(true)
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It is gone already.
  }
}

/** Stops the server of a cluster folder at once, whoever started it; for cleaning up after tests. */
export async function stopLeftover(dataDir: string): Promise<void> {
  const left = await readPostmaster(dataDir)
  if (left && (await servesFolder(left.pid, dataDir))) await stopServer(left.pid, dataDir)
}

/** The version of the PostgreSQL that the packages bring. */
export async function embeddedVersion(): Promise<string> {
  return (await findBinaries(await findAccount())).version
}

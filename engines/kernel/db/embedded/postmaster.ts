import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a running server writes of itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number
  socketDir: string
  ready: boolean
}

/** Reads `postmaster.pid` of a data folder; undefined when there is none or it is cut short. */
export async function readPostmaster(dataDir: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')
  // Lines: pid, data folder, start time, port, socket folder, listen address, shared memory key, status.
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

/**
 * Whether the process runs (also when it is another user's). One that has ended but was not waited for by
 * its parent, as happens in containers, still has its number; it does not run.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const state = process.platform === 'linux' ? processStat(pid)[0] : undefined
  return state !== 'Z' && state !== 'X'
}

/** Fields of `/proc/<pid>/stat` behind the command (which may hold spaces): state, parent, … ; empty if gone. */
export function processStat(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/**
 * Whether the process is a PostgreSQL server of this data folder: process numbers are used again, and
 * in a container soon. A server's working folder is its data folder.
 */
export async function servesFolder(pid: number, dataDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  const real = await realpath(dataDir)
  if (process.platform === 'linux') {
    const [cwd, exe] = await Promise.all([linkOf(pid, 'cwd'), linkOf(pid, 'exe')])
    return cwd === real && basename(exe.replace(/ \(deleted\)$/, '')) === 'postgres'
  }
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }))
  return stdout.includes('postgres') && (stdout.includes(real) || stdout.includes(dataDir))
}

/**
 * Takes away the lock files that no server stands behind: PostgreSQL itself would refuse to start where the
 * number in them has gone to another program. Called only when no process uses the folders any more.
 */
export async function removeVoidLocks(dataDir: string, socketDir: string): Promise<void> {
  if (process.platform !== 'linux') return
  const sockets = (await readdir(socketDir)).filter(name => name.startsWith('.s.PGSQL.'))
  const paths = [join(dataDir, 'postmaster.pid'), ...sockets.map(name => join(socketDir, name))]
  await Promise.all(paths.map(path => rm(path, { force: true })))
}

/** Processes of a server whose main process is gone: they leave by themselves, and block a new one until then. */
export async function orphans(dataDir: string): Promise<number[]> {
  if (process.platform !== 'linux') return []
  const real = await realpath(dataDir)
  const pids = (await readdir('/proc')).map(Number).filter(pid => pid > 0)
  const homes = await Promise.all(pids.map(async pid => [pid, await linkOf(pid, 'cwd')] as const))
  return homes.filter(([, cwd]) => cwd === real).map(([pid]) => pid)
}

async function linkOf(pid: number, name: 'cwd' | 'exe'): Promise<string> {
  return readlink(`/proc/${pid}/${name}`).catch(() => '')
}

import { spawn } from 'node:child_process'
import { open, readFile, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Account } from './account.ts'
import { type Binaries, environment } from './binaries.ts'
import { isAlive, orphans, readPostmaster, servesFolder } from './postmaster.ts'

const POLL = 10
const LARGEST_LOG = 8 * 1024 * 1024

/**
 * Starts the server and waits until it accepts connections (after a crash: until it has recovered).
 * It leads a session of its own, so that a Ctrl-C on the terminal reaches us first and we stop it in order.
 * Errors: the end of the server's log when it gives up.
 */
export async function startServer(
  cluster: string,
  binaries: Binaries,
  account: Account,
  log: string,
): Promise<number> {
  const size = await stat(log).then(
    found => found.size,
    () => 0,
  )
  if (size > LARGEST_LOG) await truncate(log)
  const from = size > LARGEST_LOG ? 0 : size
  const file = await open(log, 'a', 0o600)
  const child = spawn(join(binaries.bin, 'postgres'), ['-D', cluster], {
    ...account.run,
    env: environment,
    cwd: '/',
    detached: true,
    stdio: ['ignore', file.fd, file.fd],
  })
  let ended: string | undefined
  child.once('exit', (code, signal) => {
    ended = `it ended with ${signal ?? code}`
  })
  child.once('error', error => {
    ended = error.message
  })
  child.unref()
  await file.close()
  for (;;) {
    if (ended)
      throw new Error(
        `PostgreSQL did not start (${ended}):\n${(await readFile(log, 'utf8')).slice(from).trim()}`,
      )
    const found = await readPostmaster(cluster)
    if (child.pid && found?.pid === child.pid && found.ready) return child.pid
    await pause(POLL)
  }
}

/**
 * Stops a server: open transactions are rolled back, everything is written out (SIGINT, "fast").
 * One that has not gone after `patience` milliseconds is told to leave at once (SIGQUIT; it recovers at the
 * next start and loses nothing that was acknowledged).
 */
export async function stopServer(pid: number, cluster: string, patience = 15_000): Promise<void> {
  signal(pid, 'SIGINT')
  for (let waited = 0; await servesFolder(pid, cluster); waited += POLL) {
    if (waited >= patience && waited % 1000 === 0) signal(pid, waited >= patience * 2 ? 'SIGKILL' : 'SIGQUIT')
    await pause(POLL)
  }
}

/** Waits for what a killed server left behind: its other processes notice and go, within a second or two. */
export async function waitForOrphans(cluster: string, patience = 10_000): Promise<void> {
  for (let waited = 0; waited < patience; waited += POLL * 5) {
    const left = await orphans(cluster)
    if (left.length === 0) return
    await pause(POLL * 5)
  }
  const left = await orphans(cluster)
  if (left.length > 0)
    throw new Error(`processes ${left.join(', ')} of an earlier PostgreSQL still use ${cluster}: end them`)
}

function signal(pid: number, name: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, name)
}

import { readFile } from 'node:fs/promises'
import { orphans } from '../../db/embedded/postmaster.ts'

/** Numbers of all processes of the PostgreSQL in a cluster folder: the first one and those it started. */
export const serverProcesses = orphans

/** Kills them all at once, the way a machine that runs out of memory might. */
export async function killServer(clusterFolder: string): Promise<void> {
  for (const pid of await serverProcesses(clusterFolder)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended between the look and the signal.
    }
  }
}

/** Where the cluster of a data folder lies: beside, or in the shelter that a marker names. */
export async function clusterOf(dataDir: string): Promise<string> {
  const shelter = await readFile(`${dataDir}/postgres/elsewhere`, 'utf8').catch(() => undefined)
  return `${shelter?.trim() ?? `${dataDir}/postgres`}/cluster`
}

import { cpus, totalmem } from 'node:os'
import { embeddedVersion } from '@tongqu/kernel/db/embedded'

/** What the figures were measured on. */
export interface Machine {
  cpu: string
  cores: number
  /** Gibibytes. */
  memory: number
  node: string
  postgres: string
}

/** The machine of this run; the PostgreSQL is the embedded one. */
export async function machine(): Promise<Machine> {
  const processors = cpus()
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memory: Math.round((totalmem() / 2 ** 30) * 10) / 10,
    node: process.versions.node,
    postgres: await embeddedVersion(),
  }
}

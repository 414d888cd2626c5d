import { fileURLToPath } from 'node:url'
import { fileRefusals } from '../files/index.ts'
import type { HostServices } from '../host/index.ts'
import type { Module } from '../module/index.ts'
import { packCalls } from '../pack/index.ts'

/** The kernel's own module: its tables and the calls on identity, files, notices and audit. */
export function kernelModule(services: HostServices): Module {
  return { name: 'kernel', migrations: kernelMigrations, refusals: [fileRefusals], calls: packCalls(services.packs) }
}

export const kernelMigrations = fileURLToPath(new URL('../migrations', import.meta.url))

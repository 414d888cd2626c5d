import type { Tx } from '@tongqu/kernel/db'
import type { OwnTables } from './of-packs.ts'
import { setOfRegisters } from './registers.ts'
import { type PlanTables, planTables } from './set.ts'

/** The registers' tables in memory, read again when an import has changed them. */
export interface LoadedTables {
  current(tx: Tx): Promise<PlanTables>
}

const STAMP = `select coalesce(max(id::text), '') as stamp from register.batch where register like 'customs.%'`

export function loadedTables(own: OwnTables): LoadedTables {
  let stamp: string | undefined
  let tables: PlanTables | undefined
  return {
    async current(tx) {
      const [row] = await tx.query<{ stamp: string }>(STAMP)
      if (!tables || row!.stamp !== stamp) {
        tables = planTables(await setOfRegisters(tx, own))
        stamp = row!.stamp
      }
      return tables
    },
  }
}

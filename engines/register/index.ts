import { fileURLToPath } from 'node:url'
import type { Module } from '@tongqu/kernel/module'

export { type Days, dayAfter } from './change.ts'
export { type Batch, type BatchReport, type ImportRow, importBatch, type RejectedRow } from './import.ts'
export {
  type AsAt,
  allRecords,
  type Edition,
  editionsOf,
  latestEditions,
  type RegisterRecord,
  recordsAt,
} from './read.ts'

/** The register's tables; the calls upon them belong to the domains. */
export const registerModule: Module = {
  name: 'register',
  migrations: fileURLToPath(new URL('migrations', import.meta.url)),
}

import { fileURLToPath } from 'node:url'
import type { Module } from '@tongqu/kernel/module'

export {
  type Browse,
  browse,
  type Compare,
  countDifferences,
  countRows,
  type Difference,
  differences,
  type Standing,
} from './browse.ts'
export { type Days, dayAfter } from './change.ts'
export { type Describe, type Described, describeRows, undescribed } from './describe.ts'
export { changeEntry, type EntryChange } from './entry.ts'
export {
  type Batch,
  type BatchReport,
  type ImportRow,
  importBatch,
  lockRegister,
  type RejectedRow,
  weighBatch,
} from './import.ts'
export { type KeyChange, type Preview, previewOf } from './preview.ts'
export {
  type AsAt,
  allRecords,
  batchesOf,
  type Edition,
  editedKeys,
  editionsOf,
  latestEditions,
  type RegisterRecord,
  recordsAt,
  recordsOfKey,
} from './read.ts'
export { type BatchHead, type Version, versionOf, versionsOf } from './versions.ts'
export type { Watch } from './write.ts'

/** The register's tables; the calls upon them belong to the domains. */
export const registerModule: Module = {
  name: 'register',
  migrations: fileURLToPath(new URL('migrations', import.meta.url)),
}

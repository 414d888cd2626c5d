export {
  type CommandDefinition,
  command,
  type Definition,
  type Example,
  type GroupCommandDefinition,
  groupCommand,
  type Permission,
  type QueryDefinition,
  query,
} from './definition.ts'
export type { Decision, GroupCall, GroupRun } from './group-types.ts'
export {
  After,
  byPinyin,
  type Keyed,
  type Keyset,
  keyset,
  type Sort,
  type SortKeys,
  sortOf,
} from './keyset.ts'
export { commandRefusals } from './refusals.ts'
export { type CallOptions, type Outcome, Runner, type RunnerParts } from './runner.ts'
export { Bilingual, closed, Id, Instant, NoInput } from './shapes.ts'
export { type BatchWork, type Decided, ShardPipeline } from './shard-pipeline.ts'
export { takeShards } from './take-shards.ts'
export { type Download, DownloadAnswer, uploadFields } from './transfer.ts'
export type { UnitOfWork } from './unit-of-work.ts'
export { changedMeanwhile, lastChange, SeenVersion } from './version.ts'
export type { Shown, TableView, View, ViewPart } from './view.ts'

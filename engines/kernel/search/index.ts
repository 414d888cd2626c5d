export { searchCalls } from './calls.ts'
export {
  type Entry,
  EVERYBODY,
  type Findable,
  type FindableRecords,
  type FindableTexts,
  recordsOf,
} from './findable.ts'

export { searchCalls } from './calls.ts'
export { type Entry, type Findable, recordsOf } from './findable.ts'

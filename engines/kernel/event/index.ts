export { LogKeeper } from './log-keeper.ts'
export type { Subscriber } from './subscriber.ts'
export type { NewEvent, StoredEvent } from './types.ts'

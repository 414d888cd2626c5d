export { deskCalls } from './calls.ts'
export type { Begun, Waiting, WaitingItem, WorkingDays } from './waiting.ts'

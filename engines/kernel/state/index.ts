export type { StateCheck, StateSource } from './check.ts'

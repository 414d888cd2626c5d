export type { Module, ServedRow } from './module.ts'
export { Registry } from './registry.ts'

export { packCalls } from './calls.ts'
export { type Pack, readPack } from './read.ts'

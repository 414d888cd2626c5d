export { type Rulebook, rulesOfPacks } from './of-packs.ts'

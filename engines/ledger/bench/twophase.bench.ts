import { ledgerBench, twoPhase } from './testing/loops.ts'

/** 256 callers, one transfer each, over 10000 accounts, held and then posted or voided. */
export const bench = ledgerBench('ledger.twophase', 10000, 256, twoPhase)

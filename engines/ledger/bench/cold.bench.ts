import { ledgerBench, simple } from './testing/loops.ts'

/** 256 callers, one transfer each, over 10000 accounts. */
export const bench = ledgerBench('ledger.cold', 10000, 256, simple)

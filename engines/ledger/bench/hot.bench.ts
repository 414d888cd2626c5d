import { ledgerBench, simple } from './testing/loops.ts'

/** 256 callers, one transfer each, over 10 accounts. */
export const bench = ledgerBench('ledger.hot', 10, 256, simple)

import type { Bench } from '@tongqu/tools/bench'
import { batches, sideBySide } from './testing/loops.ts'

/** Four callers that hand in batches of 8,000 over 10,000 accounts. */
export const bench: Bench = {
  name: 'ledger.batch',
  run: () => sideBySide('ledger.batch', 10_000, batches),
}

import type { Scenario } from '../scenario/scenario.ts'
import type { CertifiedKey } from '../signature/certificate.ts'
import type { Store } from '../store/store.ts'

/** What the counter works with. */
export interface Desk {
  readonly store: Store
  readonly scenario: Scenario
  /** Waits are divided by it. */
  readonly faster: number
  /** Receipts are signed with it; undefined: they are not signed. */
  readonly key: CertifiedKey | undefined
}

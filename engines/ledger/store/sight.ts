import { type Tx, unsafeInScope } from '@tongqu/kernel/db'

/**
 * Reads with every account and event in sight, and writes nothing: since when something is known does not depend on who
 * told it. Whoever calls this has found the account within the caller's own sight before.
 */
export function unsafeSeeingAll<T>(tx: Tx, what: () => Promise<T>): Promise<T> {
  return unsafeInScope(tx, 'audit', what)
}

import type { Tx } from '@tongqu/kernel/db'

const OPEN = `select set_config('tongqu.ledger', 'posting', true)`
const CLOSE = `select set_config('tongqu.ledger', '', true)`

/** Opens the ledger's tables for what is done inside; the rest of the transaction sees what its caller may. */
export async function whilePosting<T>(tx: Tx, what: () => Promise<T>): Promise<T> {
  await tx.query(OPEN)
  try {
    const done = await what()
    await tx.query(CLOSE)
    return done
  } catch (error) {
    // Where a statement failed the transaction is lost, and the setting with it; else the caller may go on without it.
    await tx.query(CLOSE).catch(() => undefined)
    throw error
  }
}

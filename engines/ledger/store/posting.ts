import type { Tx } from '@tongqu/kernel/db'

const OPEN = `select set_config('tongqu.ledger', 'posting', true)`
const CLOSE = `select set_config('tongqu.ledger', '', true)`

/** Opens the ledger's tables for what is done inside; the rest of the transaction sees what its caller may. */
export async function whilePosting<T>(tx: Tx, what: () => Promise<T>): Promise<T> {
  await tx.query(OPEN)
  const done = await what()
  // After an error the transaction is lost, and the setting with it.
  await tx.query(CLOSE)
  return done
}

const SCOPE = 'select kernel.scope() as scope'
const SET_SCOPE = `select set_config('tongqu.scope', $1, true)`

/**
 * Reads with every party's events in sight, and puts the caller's scope back. What is known of an account does not
 * depend on who told it; whoever calls this has found the account within the caller's own sight before.
 */
export async function unsafeSeeingEvents<T>(tx: Tx, what: () => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ scope: string }>(SCOPE)
  await tx.query(SET_SCOPE, ['system'])
  const read = await what()
  // After an error the transaction is lost, and the setting with it.
  await tx.query(SET_SCOPE, [before!.scope])
  return read
}

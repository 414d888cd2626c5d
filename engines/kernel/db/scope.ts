import type { Scope, Tx } from './tx.ts'

const SCOPE = 'select kernel.scope() as scope'
const SET_SCOPE = `select set_config('tongqu.scope', $1, true)`

/**
 * Does what the caller's own scope may not see or write, and puts that scope back, whatever happens inside. Whoever
 * calls this has decided before, in the caller's own sight, that it may be done.
 * @param scope the narrowest that will do: `audit` sees everything and writes nothing
 */
export async function unsafeInScope<T>(tx: Tx, scope: Scope, what: () => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ scope: Scope }>(SCOPE)
  const back = () => tx.query(SET_SCOPE, [before!.scope])
  await tx.query(SET_SCOPE, [scope])
  try {
    const done = await what()
    await back()
    return done
  } catch (error) {
    // Where a statement failed the transaction is lost, and the setting with it.
    await back().catch(() => undefined)
    throw error
  }
}

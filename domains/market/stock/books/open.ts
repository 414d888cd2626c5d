import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import type { Refusal } from '@tongqu/kernel/refusal'
import { isRefusal } from '@tongqu/kernel/refusal'
import { type OpenedAccount, openAccounts } from '@tongqu/ledger'
import { type AccountRef, flagsOf } from './account-ref.ts'
import { accountKinds } from './chart.ts'

const SCOPE = 'select kernel.scope() as scope'
const SET_SCOPE = `select set_config('tongqu.scope', $1, true)`

/**
 * Does what the caller's own scope may not, and puts the scope back: a keeper that takes in goods opens accounts that
 * are the owner's. What is done inside is decided before, in the caller's own sight.
 */
export async function unsafeAsInstallation<T>(tx: Tx, what: () => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ scope: string }>(SCOPE)
  await tx.query(SET_SCOPE, ['system'])
  const done = await what()
  // After an error the transaction is lost, and the setting with it.
  await tx.query(SET_SCOPE, [before!.scope])
  return done
}

/**
 * Opens accounts, each the owner's of its article; those that exist are left as they are.
 * @param writer the shard whose writer alone changes them; absent: row locks
 */
export async function openStockAccounts(
  work: UnitOfWork,
  accounts: readonly AccountRef[],
  more: Pick<OpenedAccount, 'writer' | 'user_data_64' | 'user_data_128'> = {},
): Promise<Refusal | undefined> {
  const asked = accounts.map(({ id, kind, article }) => ({
    id,
    party_id: article.party_id,
    ledger: article.ledger,
    code: accountKinds[kind].code,
    flags: flagsOf(kind),
    user_data_128: article.id,
    user_data_32: article.scale,
    ...more,
  }))
  const results = await unsafeAsInstallation(work.tx, () => openAccounts(work, asked))
  if (isRefusal(results)) return results
  const wrong = results.findIndex(({ status }) => status !== 'created' && status !== 'exists')
  if (wrong >= 0)
    throw new Error(`The account ${asked[wrong]!.id} was not opened: ${results[wrong]!.status}.`)
  return undefined
}

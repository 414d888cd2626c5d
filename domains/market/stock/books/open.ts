import type { UnitOfWork } from '@tongqu/kernel/command'
import { unsafeInScope } from '@tongqu/kernel/db'
import type { Refusal } from '@tongqu/kernel/refusal'
import { isRefusal } from '@tongqu/kernel/refusal'
import { type OpenedAccount, openAccounts } from '@tongqu/ledger'
import { type AccountRef, flagsOf } from './account-ref.ts'
import { accountKinds } from './chart.ts'

/**
 * Opens accounts, each the owner's of its article; those that exist are left as they are. A keeper that takes in goods
 * opens accounts that are the owner's: it was decided before, in its own sight, that they are to be.
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
    label: accountKinds[kind].name,
    record: recordOf({ id, kind, article }),
    ...more,
  }))
  const results = await unsafeInScope(work.tx, 'system', () => openAccounts(work, asked))
  if (isRefusal(results)) return results
  const wrong = results.findIndex(({ status }) => status !== 'created' && status !== 'exists')
  if (wrong >= 0)
    throw new Error(`The account ${asked[wrong]!.id} was not opened: ${results[wrong]!.status}.`)
  return undefined
}

/** What an account stands for, as events name it. */
function recordOf({ id, kind, article }: AccountRef): string {
  if (kind === 'on_hand') return `market.line/${id}`
  return kind === 'shelf' ? `market.shelf/${id}` : `market.article/${article.id}`
}

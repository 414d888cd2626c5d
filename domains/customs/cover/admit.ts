import type { UnitOfWork } from '@tongqu/kernel/command'
import { unsafeInScope } from '@tongqu/kernel/db'
import type { Refusal } from '@tongqu/kernel/refusal'
import { partyNamed } from '../declaration/store.ts'
import { coverRefusals } from './refusals.ts'

/** What is admitted to: a guarantee or a book. */
export interface Admitting {
  readonly id: string
  readonly party_id: string
}

/** A party by its id, name or credit code, whether or not the caller sees it; absent: the caller's own. */
export async function someParty(work: UnitOfWork, name: string | undefined): Promise<string | Refusal> {
  const found =
    name === undefined
      ? work.actor.party
      : await unsafeInScope(work.tx, 'audit', () => partyNamed(work.tx, name))
  return found ?? coverRefusals.refuse('cover.party_unknown', { party: name ?? '' }, '/party')
}

const ADMIT = `
  insert into customs.cover_party (cover_id, owner_id, party_id, from_at, by) values ($1, $2, $3, $4, $5)
  on conflict (cover_id, party_id) do update set from_at = excluded.from_at, by = excluded.by, to_at = null`
const DISMISS = `
  update customs.cover_party set to_at = $3 where cover_id = $1 and party_id = $2 and to_at is null`

/** The owner lets a party draw on its guarantee or book; the office may say so in its stead. */
export async function admit(
  work: UnitOfWork,
  kind: 'guarantee' | 'book',
  { id, party_id: owner }: Admitting,
  { party, isAdmitted }: { readonly party: string; readonly isAdmitted: boolean },
): Promise<Refusal | undefined> {
  if (work.actor.party !== owner && !(await isOffice(work))) return coverRefusals.refuse('cover.not_owner')
  if (isAdmitted) await work.tx.execute(ADMIT, [id, owner, party, work.now, work.actor.account ?? null])
  else await work.tx.execute(DISMISS, [id, party, work.now])
  work.emit({
    type: `customs.${kind}.${isAdmitted ? 'admitted' : 'dismissed'}`,
    record: `customs.${kind}/${id}`,
    data: { party },
  })
  return undefined
}

async function isOffice(work: UnitOfWork): Promise<boolean> {
  const [row] = await work.tx.query<{ scope: string }>('select kernel.scope() as scope')
  return row!.scope === 'office' || row!.scope === 'system'
}

export async function admittedTo(work: UnitOfWork, id: string): Promise<string[]> {
  const rows = await work.tx.query<{ party_id: string }>(
    'select party_id from customs.cover_party where cover_id = $1 and to_at is null order by party_id',
    [id],
  )
  return rows.map(row => row.party_id)
}

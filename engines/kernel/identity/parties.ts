import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { Text } from '../text/index.ts'

export interface NewParty {
  readonly kind: string
  readonly name: Text
  /** Unified social credit code (GB 32100). */
  readonly creditCode?: string | undefined
}

/** Adds a party; undefined when its credit code is registered already. */
export async function addParty(
  work: UnitOfWork,
  { kind, name, creditCode }: NewParty,
): Promise<string | undefined> {
  const id = work.newId()
  const added = await work.execute(
    `insert into kernel.party (id, kind, name, credit_code, created_at) values ($1, $2, $3, $4, $5)
     on conflict (credit_code) do nothing`,
    [id, kind, JSON.stringify(name), creditCode ?? null, work.now],
  )
  if (added === 0) return undefined
  work.emit({ type: 'kernel.party.created', record: `kernel.party/${id}`, data: { kind, name } })
  return id
}

import type { UnitOfWork } from '@tongqu/kernel/command'

const SCOPE = 'select kernel.scope() as scope'

/**
 * The party whose records alone the caller sees; undefined: others' too. Row security would leave the same rows, but
 * looks at each: said in the query, they are found by an index.
 */
export async function ownParty(work: UnitOfWork): Promise<string | undefined> {
  const [row] = await work.query<{ scope: string }>(SCOPE)
  return row!.scope === 'own' ? work.actor.party : undefined
}

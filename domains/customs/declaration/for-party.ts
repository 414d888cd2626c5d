import type { UnitOfWork } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { partyNamed } from './store.ts'

/** Whom the installation's own command line acts for; everybody else acts for the party they signed in for. */
export const forParty = Type.Optional(
  Type.String({ maxLength: 200, description: 'party by id, name or credit code; on the command line only' }),
)

/** The party that is meant; undefined: none, or nobody but the installation may name another. */
export async function partyOf(work: UnitOfWork, name: string | undefined): Promise<string | undefined> {
  const { party, grants } = work.actor
  if (party !== undefined || name === undefined) return party
  return grants.get('*') === 'system' ? partyNamed(work.tx, name) : undefined
}

import type { UnitOfWork } from '@tongqu/kernel/command'

const PARTY = 'select 1 from kernel.party where id = $1'

/** Whether there is such a party, as far as the caller may see. */
export async function isParty(work: UnitOfWork, party: string): Promise<boolean> {
  return (await work.query(PARTY, [party])).length > 0
}

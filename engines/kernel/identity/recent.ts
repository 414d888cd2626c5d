import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { Refusal } from '../refusal/index.ts'
import { later, readLimits } from './limits.ts'
import { identityRefusals } from './refusals.ts'

/**
 * Refuses a change of how one signs in to a session that was opened some time ago: whoever finds an open screen must
 * not be able to stay (NIST SP 800-63B-4 §4.1.2). Undefined where it was opened lately.
 */
export async function refuseStale(work: UnitOfWork): Promise<Refusal | undefined> {
  const minutes = (await readLimits(work))['session.recent']
  const [recent] = await work.query(
    `select 1 from kernel.session where token_hash = decode($1, 'hex') and opened_at > $2`,
    [work.actor.session ?? '', later(work.now, -minutes, 'minutes')],
  )
  return recent ? undefined : identityRefusals.refuse('session.not_recent', { minutes })
}

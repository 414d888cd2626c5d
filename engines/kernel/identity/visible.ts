import { type Actor, NOBODY_PARTY, scopeFor } from './actor.ts'

/*
 * Second factors and events are closed to offices by row security, and pages of administration show of them that
 * there is one, and what was changed. Calls that do so run as the system and ask here whose records they may show.
 */

/** The one account that the caller may see with this permission; null: every account. */
export function onlyAccount(actor: Actor, permission: string): string | null {
  return seesAll(actor, permission) ? null : (actor.account ?? NOBODY_PARTY)
}

/** The one party that the caller may see with this permission; null: every party. */
export function onlyParty(actor: Actor, permission: string): string | null {
  return seesAll(actor, permission) ? null : (actor.party ?? NOBODY_PARTY)
}

function seesAll(actor: Actor, permission: string): boolean {
  const scope = scopeFor(actor, permission)
  return scope === 'office' || scope === 'audit' || scope === 'system'
}

import type { Scope, Setting } from '../db/index.ts'
import type { Language } from '../text/index.ts'

/** Through which door a call came. */
export type Channel = 'http' | 'cli' | 'job' | 'subscriber' | 'start'

/** Who calls, for whom, with what rights: made once per call at the edge. */
export interface Actor {
  /** Absent: nobody is signed in. */
  readonly account?: string
  readonly party?: string
  readonly roles: readonly string[]
  /** Permissions that the roles grant, with the widest scope that grants each. */
  readonly grants: ReadonlyMap<string, Scope>
  readonly language: Language
  readonly channel: Channel
  /** Digest of the session's token, when it is a session that speaks. */
  readonly session?: string | undefined
  /** True: a role requires a second factor and the account has none. It may set one up and do nothing else. */
  readonly lacksSecondFactor?: boolean
  /** Network address that the call came from, as the edge sees it. */
  readonly address?: string | undefined
}

export const NOBODY_PARTY = '00000000-0000-0000-0000-000000000000'

export function anonymous(language: Language, channel: Channel, address?: string): Actor {
  return { roles: [], grants: new Map(), language, channel, address }
}

/** The installation itself: jobs, subscribers, the person at the machine's own command line. */
export function systemActor(channel: Channel, language: Language = 'zh'): Actor {
  return { roles: ['system'], grants: new Map([['*', 'system']]), language, channel }
}

/**
 * The scope in which the actor may use a permission; undefined: not at all.
 * `*` grants everything, `customs.*` everything that begins so.
 */
export function scopeFor(actor: Actor, permission: string): Scope | undefined {
  if (permission === 'public') return actor.grants.get('*') ?? 'own'
  if (permission === 'signed-in') return actor.grants.get('*') ?? (actor.account ? 'own' : undefined)
  let name = permission
  const exact = actor.grants.get(name)
  if (exact) return exact
  for (;;) {
    const dot = name.lastIndexOf('.')
    if (dot < 0) return actor.grants.get('*')
    name = name.slice(0, dot)
    const found = actor.grants.get(`${name}.*`)
    if (found) return found
  }
}

export function settingFor(actor: Actor, scope: Scope): Setting {
  return { scope, party: actor.party, user: actor.account }
}

import { type Static, Type } from 'typebox'
import { Bilingual, closed, Id, Instant } from '../command/shapes.ts'
import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { HostServices } from '../host/services.ts'
import type { Text } from '../text/index.ts'
import { scopeFor } from './actor.ts'
import type { Membership } from './sessions.ts'

const Named = closed({ id: Type.String(), name: Bilingual })

/** Who is signed in, for whom, and what they may do. */
export const SignedIn = closed({
  signedIn: Type.Literal(true),
  account: closed({ id: Id, login: Type.String(), name: Bilingual }),
  party: closed({ id: Id, name: Bilingual, kind: Type.String() }),
  roles: Type.Array(Named),
  permissions: Type.Array(Type.String()),
  /** Parties that the account may act for: `kernel.session.act` changes to another. */
  parties: Type.Array(closed({ id: Id, name: Bilingual, kind: Type.String() })),
})

/** The answer that opens a session. A replayed answer has no token. */
export const Opened = closed({
  ...SignedIn.properties,
  token: Type.Optional(Type.String({ personal: true, description: 'Sent once; nothing stores it' })),
  expiresAt: Instant,
})

interface AccountRow extends Record<string, unknown> {
  readonly id: string
  readonly login: string
  readonly name: Text
}

/** Describes an account that acts for one of its parties. System scope. */
export async function describe(
  work: UnitOfWork,
  services: HostServices,
  account: string,
  party: Membership,
  memberships: readonly Membership[],
): Promise<Static<typeof SignedIn>> {
  const [row] = await work.query<AccountRow>('select id, login, name from kernel.account where id = $1', [
    account,
  ])
  const named = ({ id, name, kind }: Membership) => ({ id, name: bilingual(name), kind })
  return {
    signedIn: true,
    account: { id: row!.id, login: row!.login, name: bilingual(row!.name) },
    party: named(party),
    roles: party.roles.map(id => ({ id, name: services.roles.find(id)?.name ?? { zh: id, en: id } })),
    permissions: permissionsOf(services, party.roles),
    parties: memberships.map(named),
  }
}

/** The registered permissions that a set of roles grants, in order. */
export function permissionsOf(services: HostServices, roles: readonly string[]): string[] {
  const grants = services.roles.grants(roles)
  const asked = new Set(
    services
      .registry()
      .calls()
      .map(call => call.permission),
  )
  const actor = { roles, grants, language: 'zh', channel: 'http' } as const
  return [...asked]
    .filter(name => name !== 'public' && name !== 'signed-in' && scopeFor(actor, name) !== undefined)
    .sort()
}

/** A name with both languages: where one is missing the other stands in. */
export function bilingual(name: Partial<Text>): Text {
  const any = name.zh ?? name.en ?? ''
  return { zh: name.zh ?? any, en: name.en ?? any }
}

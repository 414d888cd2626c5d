import { type Static, Type } from 'typebox'
import { Bilingual, closed, Id, Instant } from '../command/shapes.ts'
import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { HostServices } from '../host/services.ts'
import type { Text } from '../text/index.ts'
import { scopeFor } from './actor.ts'
import type { Membership } from './sessions.ts'

const Named = closed({ id: Type.String(), name: Bilingual })

/**
 * Of somebody in a role whose holders sign in with more than a password, and how that stands: `needed` until one is
 * set up (nothing else can be done), `met`, left to the identity `provider`, or `exempt` as a demonstration's account.
 */
const Required = closed({
  state: Type.Union([
    Type.Literal('needed'),
    Type.Literal('met'),
    Type.Literal('provider'),
    Type.Literal('exempt'),
  ]),
  role: Bilingual,
  reason: Bilingual,
  source: Type.Optional(Type.String()),
})

/** Who is signed in, for whom, and what they may do. */
export const SignedIn = closed({
  signedIn: Type.Literal(true),
  account: closed({ id: Id, login: Type.String(), name: Bilingual }),
  party: closed({ id: Id, name: Bilingual, kind: Type.String() }),
  roles: Type.Array(Named),
  /** None while a second factor is needed. */
  permissions: Type.Array(Type.String()),
  secondFactor: Type.Optional(Required),
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
  readonly demonstration: boolean
  readonly factor: boolean
}

const ACCOUNT = `
  select id, login, name, demonstration,
    exists (select 1 from kernel.second_factor f where f.account_id = a.id and f.confirmed_at is not null)
    or exists (select 1 from kernel.passkey k where k.account_id = a.id and k.relying_party = $2) as factor
  from kernel.account a where id = $1`

interface Described {
  readonly account: string
  readonly party: Membership
  readonly memberships: readonly Membership[]
  /** How the session was opened; absent: it is an API key that asks. */
  readonly by?: string | undefined
}

/** Describes an account that acts for one of its parties. System scope. */
export async function describe(
  work: UnitOfWork,
  services: HostServices,
  { account, party, memberships, by }: Described,
): Promise<Static<typeof SignedIn>> {
  const [row] = await work.query<AccountRow>(ACCOUNT, [account, services.address.relyingParty?.id ?? ''])
  const secondFactor = requiredOf(services, party.roles, row!, by)
  const named = ({ id, name, kind }: Membership) => ({ id, name: bilingual(name), kind })
  return {
    signedIn: true,
    account: { id: row!.id, login: row!.login, name: bilingual(row!.name) },
    party: named(party),
    roles: party.roles.map(id => ({ id, name: services.roles.find(id)?.name ?? { zh: id, en: id } })),
    permissions: secondFactor?.state === 'needed' ? [] : permissionsOf(services, party.roles),
    ...(secondFactor && { secondFactor }),
    parties: memberships.map(named),
  }
}

function requiredOf(
  { roles }: HostServices,
  held: readonly string[],
  { demonstration, factor }: AccountRow,
  by: string | undefined,
): Static<typeof Required> | undefined {
  const role = by === undefined ? undefined : roles.requiringSecondFactor(held)
  if (!role?.secondFactor) return undefined
  const { reason, source } = role.secondFactor
  const state = demonstration ? 'exempt' : by === 'oidc' ? 'provider' : factor ? 'met' : 'needed'
  return { state, role: role.name, reason, ...(source && { source }) }
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

import { type Static, Type } from 'typebox'
import {
  After,
  Bilingual,
  byPinyin,
  closed,
  type Definition,
  Id,
  Instant,
  type Keyed,
  keyset,
  query,
  type SortKeys,
  sortOf,
} from '../../command/index.ts'
import { isRefusal } from '../../refusal/index.ts'
import type { Text } from '../../text/index.ts'
import { HAS_FACTOR, HOLDS, INVITED_UNTIL, STATE, WORDS } from '../account-sql.ts'
import { bilingual } from '../signed-in.ts'
import { onlyAccount } from '../visible.ts'

/** `invited`: there is nothing to sign in with yet. */
export const AccountState = Type.Union([
  Type.Literal('active'),
  Type.Literal('disabled'),
  Type.Literal('invited'),
])

/** What lists and the page of an account say of it alike. */
export const AccountHead = closed({
  id: Id,
  login: Type.String(),
  name: Bilingual,
  state: AccountState,
  disabled: Type.Boolean(),
  demonstration: Type.Boolean(),
  hasPassword: Type.Boolean(),
  linked: Type.Boolean(),
  secondFactor: Type.Boolean(),
  createdAt: Instant,
  signedInAt: Type.Optional(Instant),
  /** End of the one-time link that still works. */
  invitedUntil: Type.Optional(Instant),
})

const Listed = closed({
  ...AccountHead.properties,
  /** Roles held now: the first twenty. */
  memberships: Type.Array(closed({ party: Id, name: Bilingual, role: Type.String() })),
})

/** An account's row as `HEAD` reads it. */
export interface AccountHeadRow extends Record<string, unknown> {
  readonly id: string
  readonly login: string
  readonly name: Text
  readonly state: 'active' | 'disabled' | 'invited'
  readonly disabled: boolean
  readonly demonstration: boolean
  readonly hasPassword: boolean
  readonly linked: boolean
  readonly secondFactor: boolean
  readonly created: Date
  readonly signedIn: Date | null
  readonly invitedUntil: Date | null
}

interface Row extends AccountHeadRow {
  readonly memberships: { party: string; name: Text; role: string }[] | null
}

export const HEAD = `
  a.id, a.login, a.name, ${STATE} as state, a.disabled_at is not null as disabled, a.demonstration,
  a.password_hash is not null as "hasPassword", a.oidc_subject is not null as linked,
  ${HAS_FACTOR} as "secondFactor", a.created_at as created, a.signed_in_at as "signedIn",
  ${INVITED_UNTIL} as "invitedUntil"`

export function headOf({ created, signedIn, invitedUntil, ...row }: AccountHeadRow) {
  const { id, login, name, state, disabled, demonstration, hasPassword, linked, secondFactor } = row
  return {
    ...{
      id,
      login,
      name: bilingual(name),
      state,
      disabled,
      demonstration,
      hasPassword,
      linked,
      secondFactor,
    },
    createdAt: created.toISOString(),
    ...(signedIn && { signedInAt: signedIn.toISOString() }),
    ...(invitedUntil && { invitedUntil: invitedUntil.toISOString() }),
  }
}

const MEMBERSHIPS = `
  (select json_agg(json_build_object('party', h.party_id, 'name', h.name, 'role', h.role) order by h.from_at, h.role)
   from (select m.party_id, p.name, m.role, m.from_at from kernel.membership m
     join kernel.party p on p.id = m.party_id
     where m.account_id = a.id and ${HOLDS} order by m.from_at, m.role limit 20) h) as memberships`
const CONDITIONS = `
  ($2 = '' or position($2 in ${WORDS}) > 0)
  and ($3::text is null or ${STATE} = $3) and ($4::boolean is null or ${HAS_FACTOR} = $4)
  and (($5::uuid is null and $6::text is null) or exists (
    select 1 from kernel.membership m where m.account_id = a.id and ${HOLDS}
    and ($5 is null or m.party_id = $5) and ($6 is null or m.role = $6)))
  and ($7::uuid is null or a.id = $7)`

/** What the list may be ordered by; those who never signed in come before all who did. */
const KEYS: SortKeys<'login' | 'name' | 'created' | 'signedIn'> = {
  keys: {
    login: { sql: 'a.login', type: 'text' },
    name: byPinyin(`(a.name->>'zh')`),
    created: { sql: 'a.created_at', type: 'timestamptz' },
    signedIn: { sql: `coalesce(a.signed_in_at, 'epoch')`, type: 'timestamptz' },
  },
  id: { sql: 'a.login', type: 'text' },
  usual: 'login',
}

const ListAccounts = closed({
  search: Type.Optional(Type.String({ maxLength: 100, description: 'Part of the login or the name' })),
  state: Type.Optional(AccountState),
  /** Whether sign-in asks for a second factor. */
  secondFactor: Type.Optional(Type.Boolean()),
  party: Type.Optional(Id),
  role: Type.Optional(Type.String({ maxLength: 60 })),
  sort: sortOf(['login', 'name', 'created', 'signedIn']),
  after: After,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})

/** The list of accounts. */
export const accountList: Definition = query({
  name: 'kernel.account.list',
  summary: { zh: '账号列表', en: 'List accounts' },
  permission: 'kernel.account.read',
  unsafeScope: 'system',
  input: ListAccounts,
  output: closed({ accounts: Type.Array(Listed), next: Type.Optional(Type.String()) }),
  example: { input: { limit: 20 } },
  async handle(work, input: Static<typeof ListAccounts>) {
    const { search = '', state = null, secondFactor = null, party = null, role = null, limit = 50 } = input
    const page = keyset(KEYS, input)
    if (isRefusal(page)) return page
    const only = onlyAccount(work.actor, 'kernel.account.read')
    const values: unknown[] = [work.now, search.trim().toLowerCase(), state, secondFactor, party, role, only]
    const conditions = [CONDITIONS, ...page.conditions(value => `$${values.push(value)}`)]
    const rows = await work.query<Row & Keyed>(
      `select ${HEAD}, ${MEMBERSHIPS}, ${page.columns} from kernel.account a
       where ${conditions.join(' and ')} order by ${page.orderBy} limit $${values.push(limit)}`,
      values,
    )
    const accounts = rows.map(({ memberships, ...row }) => ({
      ...headOf(row),
      memberships: (memberships ?? []).map(each => ({ ...each, name: bilingual(each.name) })),
    }))
    const next = page.next(rows, limit)
    return { accounts, ...(next !== undefined && { next }) }
  },
})

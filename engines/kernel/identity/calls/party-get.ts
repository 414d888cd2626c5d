import { type Static, Type } from 'typebox'
import { Bilingual, closed, type Definition, Id, Instant, query } from '../../command/index.ts'
import type { Text } from '../../text/index.ts'
import { HOLDS, STATE, WORDS } from '../account-sql.ts'
import { identityRefusals } from '../refusals.ts'
import { bilingual } from '../signed-in.ts'
import { AccountState } from './account-list.ts'
import { PARTY, PartyHead, type PartyRow, partyOf } from './party-list.ts'

const Party = closed({
  ...PartyHead.properties,
  closedAt: Type.Optional(Instant),
  closedReason: Type.Optional(Type.String()),
  /** Accounts that act for no other open party: with this one closed they cannot sign in. */
  alone: Type.Integer(),
  /** Open sessions that act for it. */
  sessions: Type.Integer(),
  /** API keys of it that work. */
  keys: Type.Integer(),
  files: Type.Integer(),
  fileBytes: Type.Integer(),
})

const MEMBERSHIP = `m.from_at <= $1 and (m.to_at is null or m.to_at > $1)`
const GET = `
  select ${PARTY}, p.closed_at as "closedAt", p.closed_reason as "closedReason", (
      select count(distinct m.account_id)::int from kernel.membership m
      where m.party_id = p.id and ${MEMBERSHIP} and not exists (
        select 1 from kernel.membership o join kernel.party q on q.id = o.party_id and q.closed_at is null
        where o.account_id = m.account_id and o.party_id <> p.id and o.from_at <= $1
          and (o.to_at is null or o.to_at > $1))) as alone,
    (select count(*)::int from kernel.session s where s.party_id = p.id and s.ended_at is null and s.expires_at > $1
      and s.seen_at + s.idle > $1) as sessions,
    (select count(*)::int from kernel.api_key k
      where k.party_id = p.id and k.revoked_at is null and k.expires_at > $1) as keys,
    f.files, f.bytes
  from kernel.party p, lateral (
    select count(*)::int as files, coalesce(sum(bytes), 0)::bigint as bytes from kernel.file where party_id = p.id) f
  where p.id = $2`

interface Row extends PartyRow {
  readonly closedAt: Date | null
  readonly closedReason: string | null
  readonly alone: number
  readonly sessions: number
  readonly keys: number
  readonly files: number
  readonly bytes: string
}

const Member = closed({
  id: Id,
  login: Type.String(),
  name: Bilingual,
  state: AccountState,
  roles: Type.Array(closed({ role: Type.String(), from: Instant, to: Type.Optional(Instant) })),
})
const ListMembers = closed({
  party: Id,
  search: Type.Optional(Type.String({ maxLength: 100 })),
  /** With those whose time is over, or has not come. */
  all: Type.Optional(Type.Boolean()),
  after: Type.Optional(Type.String({ maxLength: 64, description: 'Login of the last one seen' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
/** The page's accounts first, their roles after: a party may have a hundred thousand members. */
const MEMBERS = `
  select a.id, a.login, a.name, ${STATE} as state, (
    select json_agg(json_build_object('role', m.role, 'from', m.from_at, 'to', m.to_at) order by m.from_at, m.role)
    from kernel.membership m where m.account_id = a.id and m.party_id = $2 and ($3 or (${HOLDS}))) as roles
  from kernel.account a
  where a.login > coalesce($5, '') and ($4 = '' or position($4 in ${WORDS}) > 0) and exists (
    select 1 from kernel.membership m where m.account_id = a.id and m.party_id = $2 and ($3 or (${HOLDS})))
  order by a.login limit $6`

interface MemberRow extends Record<string, unknown> {
  readonly id: string
  readonly login: string
  readonly name: Text
  readonly state: Static<typeof AccountState>
  readonly roles: { role: string; from: string; to: string | null }[]
}

const example = {
  given: [{ call: 'kernel.party.create', input: { kind: 'trader', name: { zh: '示例', en: 'An example' } } }],
  input: ([made]: readonly { id: string }[]) => ({ party: made!.id }),
}
const instant = (text: string) => new Date(text).toISOString()

/** Calls on one party: what it has in numbers, who acts for it. */
export const partyGetCalls: readonly Definition[] = [
  query({
    name: 'kernel.party.get',
    summary: {
      zh: '主体详情：成员、会话、密钥与文件数',
      en: 'A party: its accounts, sessions, keys and files in numbers',
    },
    permission: 'kernel.party.read',
    input: closed({ party: Id }),
    output: Party,
    refusals: ['party.not_found'],
    example,
    async handle(work, { party }) {
      const [row] = await work.query<Row>(GET, [work.now, party])
      if (!row) return identityRefusals.refuse('party.not_found', {}, '/party')
      const { closedAt, closedReason, alone, sessions, keys, files, bytes } = row
      return {
        ...partyOf(row),
        ...(closedAt && { closedAt: closedAt.toISOString() }),
        ...(closedReason && { closedReason }),
        ...{ alone, sessions, keys, files, fileBytes: Number(bytes) },
      }
    },
  }),
  query({
    name: 'kernel.party.members',
    summary: { zh: '代表某主体的账号及其角色', en: 'Accounts that act for a party, with their roles' },
    permission: 'kernel.party.read',
    input: ListMembers,
    output: closed({ members: Type.Array(Member), more: Type.Boolean() }),
    example,
    async handle(work, input: Static<typeof ListMembers>) {
      const { party, search = '', all = false, after = null, limit = 50 } = input
      const values = [work.now, party, all, search.trim().toLowerCase(), after, limit + 1]
      const rows = await work.query<MemberRow>(MEMBERS, values)
      const members = rows.slice(0, limit).map(({ id, login, name, state, roles }) => ({
        ...{ id, login, name: bilingual(name), state },
        roles: roles.map(({ role, from, to }) => ({
          role,
          from: instant(from),
          ...(to && { to: instant(to) }),
        })),
      }))
      return { members, more: rows.length > limit }
    },
  }),
]

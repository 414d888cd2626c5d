import { type Static, Type } from 'typebox'
import {
  Bilingual,
  closed,
  type Definition,
  Id,
  Instant,
  query,
  type UnitOfWork,
} from '../../command/index.ts'
import type { Text } from '../../text/index.ts'
import { identityRefusals } from '../refusals.ts'
import { bilingual } from '../signed-in.ts'
import { onlyAccount } from '../visible.ts'
import { AccountHead, type AccountHeadRow, HEAD, headOf } from './account-list.ts'

const When = Type.Union([Type.Literal('now'), Type.Literal('later'), Type.Literal('over')])
const Membership = closed({
  party: Id,
  name: Bilingual,
  closed: Type.Boolean(),
  role: Type.String(),
  from: Instant,
  to: Type.Optional(Instant),
  /** `over` as well where it was ended before it began. */
  when: When,
})
const Session = closed({
  party: Id,
  openedAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
  by: Type.Optional(Type.String()),
  address: Type.Optional(Type.String()),
})

const ACCOUNT = `
  select ${HEAD}, a.disabled_at as "disabledAt", a.disabled_reason as "disabledReason",
    (select count(*)::int from kernel.api_key k
     where k.account_id = a.id and k.revoked_at is null and k.expires_at > $1) as keys
  from kernel.account a where a.id = $2 and ($3::uuid is null or a.id = $3)`
const MEMBERSHIPS = `
  select m.party_id as party, p.name, p.closed_at is not null as closed, m.role, m.from_at as "from", m.to_at as "to",
    case when m.to_at <= greatest($2, m.from_at) then 'over' when m.from_at > $2 then 'later' else 'now' end as "when"
  from kernel.membership m join kernel.party p on p.id = m.party_id
  where m.account_id = $1 order by m.to_at desc nulls first, m.from_at desc, m.role limit 500`
const SESSIONS = `
  select party_id as party, opened_at as opened, seen_at as seen, expires_at as expires, opened_by as by, address
  from kernel.session where account_id = $1 and ended_at is null and expires_at > $2 and seen_at + idle > $2
  order by seen_at desc limit 200`

interface Row extends AccountHeadRow {
  readonly disabledAt: Date | null
  readonly disabledReason: string | null
  readonly keys: number
}

/** One account as those see it who run the installation. */
export const accountGet: Definition = query({
  name: 'kernel.account.get',
  summary: { zh: '账号详情：角色、会话、密钥数', en: 'An account: its roles, sessions and keys' },
  permission: 'kernel.account.read',
  unsafeScope: 'system',
  input: closed({ account: Id }),
  output: closed({
    ...AccountHead.properties,
    disabledAt: Type.Optional(Instant),
    disabledReason: Type.Optional(Type.String()),
    /** Held, to be held, and those that ended: the 500 last. */
    memberships: Type.Array(Membership),
    sessions: Type.Array(Session),
    /** API keys that work. */
    keys: Type.Integer(),
  }),
  refusals: ['account.not_found'],
  example: {
    given: [
      { call: 'kernel.account.create', input: { login: 'see.me', name: { zh: '示例', en: 'An example' } } },
    ],
    input: ([made]: readonly { id: string }[]) => ({ account: made!.id }),
  },
  async handle(work, { account }) {
    const only = onlyAccount(work.actor, 'kernel.account.read')
    const [row] = await work.query<Row>(ACCOUNT, [work.now, account, only])
    if (!row) return identityRefusals.refuse('account.not_found', {}, '/account')
    const { disabledAt, disabledReason, keys } = row
    return {
      ...headOf(row),
      ...(disabledAt && { disabledAt: disabledAt.toISOString() }),
      ...(disabledReason && { disabledReason }),
      memberships: await membershipsOf(work, account),
      sessions: await sessionsOf(work, account),
      keys,
    }
  },
})

async function membershipsOf(work: UnitOfWork, account: string) {
  const rows = await work.query<{
    party: string
    name: Text
    closed: boolean
    role: string
    from: Date
    to: Date | null
    when: Static<typeof When>
  }>(MEMBERSHIPS, [account, work.now])
  return rows.map(({ name, from, to, ...row }) => ({
    ...row,
    name: bilingual(name),
    from: from.toISOString(),
    ...(to && { to: to.toISOString() }),
  }))
}

async function sessionsOf(work: UnitOfWork, account: string) {
  const rows = await work.query<{
    party: string
    opened: Date
    seen: Date
    expires: Date
    by: string | null
    address: string | null
  }>(SESSIONS, [account, work.now])
  return rows.map(({ party, opened, seen, expires, by, address }) => ({
    party,
    openedAt: opened.toISOString(),
    seenAt: seen.toISOString(),
    expiresAt: expires.toISOString(),
    ...(by !== null && { by }),
    ...(address !== null && { address }),
  }))
}

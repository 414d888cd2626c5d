import { Type } from 'typebox'
import { Bilingual, closed, type Definition, Id, query } from '../../command/index.ts'
import type { Text } from '../../text/index.ts'
import { bilingual } from '../signed-in.ts'

const Listed = closed({
  id: Id,
  login: Type.String(),
  name: Bilingual,
  disabled: Type.Boolean(),
  demonstration: Type.Boolean(),
  hasPassword: Type.Boolean(),
  linked: Type.Boolean(),
  memberships: Type.Array(closed({ party: Id, name: Bilingual, role: Type.String() })),
})

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly login: string
  readonly name: Text
  readonly disabled: boolean
  readonly demonstration: boolean
  readonly hasPassword: boolean
  readonly linked: boolean
  readonly memberships: { party: string; name: Text; role: string }[] | null
}

const LIST = `
  select a.id, a.login, a.name, a.disabled_at is not null as disabled, a.demonstration,
    a.password_hash is not null as "hasPassword", a.oidc_subject is not null as linked,
    (select json_agg(json_build_object('party', p.id, 'name', p.name, 'role', m.role) order by m.from_at, m.role)
     from kernel.membership m join kernel.party p on p.id = m.party_id
     where m.account_id = a.id and m.from_at <= $1 and (m.to_at is null or m.to_at > $1)) as memberships
  from kernel.account a
  where a.login > $2 and ($3 = '' or position(lower($3) in a.login || ' ' || lower(a.name::text)) > 0)
    and ($4::uuid is null or exists (select 1 from kernel.membership m where m.account_id = a.id and m.party_id = $4))
  order by a.login limit $5`

/** The list of accounts. */
export const accountList: Definition = query({
  name: 'kernel.account.list',
  summary: { zh: '账号列表', en: 'List accounts' },
  permission: 'kernel.account.read',
  input: closed({
    search: Type.Optional(Type.String({ maxLength: 100 })),
    party: Type.Optional(Id),
    after: Type.Optional(Type.String({ maxLength: 64, description: 'Login of the last one seen' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  output: closed({ accounts: Type.Array(Listed) }),
  example: { input: { limit: 20 } },
  async handle(work, { search = '', party = null, after = '', limit = 50 }) {
    const rows = await work.query<Row>(LIST, [work.now, after, search, party, limit])
    return {
      accounts: rows.map(row => ({
        ...row,
        name: bilingual(row.name),
        memberships: (row.memberships ?? []).map(each => ({ ...each, name: bilingual(each.name) })),
      })),
    }
  },
})

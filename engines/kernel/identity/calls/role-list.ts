import { type Static, Type } from 'typebox'
import { Bilingual, closed, type Definition, Id, Instant, query } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import type { Text } from '../../text/index.ts'
import { HOLDS, STATE } from '../account-sql.ts'
import type { SecondFactorRule } from '../roles.ts'
import { bilingual } from '../signed-in.ts'
import { onlyAccount } from '../visible.ts'
import { AccountState } from './account-list.ts'

const Role = closed({
  id: Type.String(),
  name: Bilingual,
  scope: Type.String(),
  permissions: Type.Array(Type.String()),
  /** The pack that defines it, and the file there. */
  source: Type.Optional(closed({ pack: Type.String(), file: Type.String() })),
  /** Why its holders must sign in with a second factor; absent: they may. */
  secondFactor: Type.Optional(closed({ reason: Bilingual, source: Type.Optional(Type.String()) })),
  /** Accounts that hold it now, where they were to be counted. */
  holders: Type.Optional(Type.Integer()),
})
const HOLDERS = `
  select role as id, count(*)::int as holders from (
    select distinct m.role, m.account_id from kernel.membership m
    where ${HOLDS} and ($2::uuid is null or m.account_id = $2)) as held group by role order by role`

const ListHolders = closed({
  role: Type.String({ minLength: 1, maxLength: 60 }),
  after: Type.Optional(Type.String({ maxLength: 64, description: 'Login of the last one seen' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
/** The page's accounts first, their parties after: a role may have a million holders. */
const LIST_HOLDERS = `
  select a.id, a.login, a.name, ${STATE} as state, (
    select json_agg(json_build_object('id', p.id, 'name', p.name, 'from', m.from_at, 'to', m.to_at)
      order by m.from_at, p.id)
    from kernel.membership m join kernel.party p on p.id = m.party_id
    where m.account_id = a.id and m.role = $2 and ${HOLDS}) as parties
  from kernel.account a
  where a.login > coalesce($3, '') and exists (
    select 1 from kernel.membership m where m.account_id = a.id and m.role = $2 and ${HOLDS})
  order by a.login limit $4`

interface HolderRow extends Record<string, unknown> {
  readonly id: string
  readonly login: string
  readonly name: Text
  readonly state: Static<typeof AccountState>
  readonly parties: { id: string; name: Text; from: string; to: string | null }[]
}
const instant = (text: string) => new Date(text).toISOString()

/** Calls that tell which roles there are and who holds them. */
export function roleListCalls({ roles }: HostServices): Definition[] {
  return [
    query({
      name: 'kernel.role.list',
      summary: { zh: '角色及其权限', en: 'Roles and what they grant' },
      permission: 'kernel.role.read',
      input: closed({ counted: Type.Optional(Type.Boolean({ description: 'With how many hold each' })) }),
      output: closed({
        roles: Type.Array(Role),
        /** Held by accounts, defined by no pack any more: they grant nothing. Told where holders are counted. */
        orphaned: Type.Array(closed({ id: Type.String(), holders: Type.Integer() })),
      }),
      example: { input: {} },
      async handle(work, { counted = false }) {
        const only = onlyAccount(work.actor, 'kernel.role.read')
        const rows = counted
          ? await work.query<{ id: string; holders: number }>(HOLDERS, [work.now, only])
          : []
        const holders = new Map(rows.map(row => [row.id, row.holders]))
        return {
          roles: roles.all().map(({ id, name, scope, permissions, source, secondFactor }) => ({
            ...{ id, name, scope, permissions: [...permissions] },
            ...(counted && { holders: holders.get(id) ?? 0 }),
            ...(source && { source: { ...source } }),
            ...(secondFactor && { secondFactor: ruleOf(secondFactor) }),
          })),
          orphaned: rows.filter(({ id }) => !roles.find(id)),
        }
      },
    }),
    query({
      name: 'kernel.role.holders',
      summary: { zh: '持有某角色的账号', en: 'Accounts that hold a role' },
      permission: 'kernel.role.read',
      input: ListHolders,
      output: closed({
        holders: Type.Array(
          closed({
            id: Id,
            login: Type.String(),
            name: Bilingual,
            state: AccountState,
            parties: Type.Array(
              closed({ id: Id, name: Bilingual, from: Instant, to: Type.Optional(Instant) }),
            ),
          }),
        ),
        more: Type.Boolean(),
      }),
      example: { input: { role: 'admin' } },
      async handle(work, { role, after, limit = 50 }: Static<typeof ListHolders>) {
        const rows = await work.query<HolderRow>(LIST_HOLDERS, [work.now, role, after ?? null, limit + 1])
        const holders = rows.slice(0, limit).map(({ id, login, name, state, parties }) => ({
          ...{ id, login, name: bilingual(name), state },
          parties: parties.map(({ from, to, ...party }) => ({
            ...{ id: party.id, name: bilingual(party.name), from: instant(from) },
            ...(to && { to: instant(to) }),
          })),
        }))
        return { holders, more: rows.length > limit }
      },
    }),
  ]
}

function ruleOf({ reason, source }: SecondFactorRule) {
  return { reason, ...(source !== undefined && { source }) }
}

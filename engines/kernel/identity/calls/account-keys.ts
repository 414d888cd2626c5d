import { type Static, Type } from 'typebox'
import { Bilingual, closed, command, type Definition, Id, Instant, query } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import type { Text } from '../../text/index.ts'
import { WORDS } from '../account-sql.ts'
import { identityRefusals } from '../refusals.ts'
import { bilingual } from '../signed-in.ts'

const State = Type.Union([Type.Literal('valid'), Type.Literal('expired'), Type.Literal('revoked')])
const Key = closed({
  id: Id,
  name: Type.String(),
  account: closed({ id: Id, login: Type.String(), name: Bilingual }),
  party: closed({ id: Id, name: Bilingual }),
  state: State,
  createdAt: Instant,
  expiresAt: Instant,
  /** To the minute; absent: never used, or not since the installation notes it. */
  usedAt: Type.Optional(Instant),
  revokedAt: Type.Optional(Instant),
})
const ListKeys = closed({
  search: Type.Optional(Type.String({ maxLength: 100, description: 'Part of the name, or of its owner' })),
  account: Type.Optional(Id),
  party: Type.Optional(Id),
  state: Type.Optional(State),
  after: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})

/** A key that does not work for its owner's sake is not told apart: the owner's state stands on their page. */
const STATE = `case when k.revoked_at is not null then 'revoked' when k.expires_at <= $1 then 'expired' else 'valid' end`
const LIST = `
  select k.id, k.name, k.account_id as account, a.login, a.name as "accountName", k.party_id as party,
    p.name as "partyName", ${STATE} as state, k.created_at as created, k.expires_at as expires, k.used_at as used,
    k.revoked_at as revoked
  from kernel.api_key k join kernel.account a on a.id = k.account_id join kernel.party p on p.id = k.party_id
  where ($2 = '' or position($2 in lower(k.name) || ' ' || ${WORDS}) > 0) and ($3::uuid is null or k.account_id = $3)
    and ($4::uuid is null or k.party_id = $4) and ($5::text is null or ${STATE} = $5) and ($6::uuid is null or k.id < $6)
  order by k.id desc limit $7`

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly account: string
  readonly login: string
  readonly accountName: Text
  readonly party: string
  readonly partyName: Text
  readonly state: Static<typeof State>
  readonly created: Date
  readonly expires: Date
  readonly used: Date | null
  readonly revoked: Date | null
}

/** Calls on the API keys of everybody: which there are, and an end to one. */
export function accountKeyCalls(services: HostServices): Definition[] {
  return [
    query({
      name: 'kernel.account.keys',
      summary: { zh: '全部 API 密钥', en: 'List the API keys of all accounts' },
      permission: 'kernel.account.read',
      input: ListKeys,
      output: closed({ keys: Type.Array(Key), more: Type.Boolean() }),
      example: { input: { state: 'valid' } },
      async handle(work, input: Static<typeof ListKeys>) {
        const { search = '', account = null, party = null, state = null, after = null, limit = 50 } = input
        const values = [work.now, search.trim().toLowerCase(), account, party, state, after, limit + 1]
        const rows = await work.query<Row>(LIST, values)
        return { keys: rows.slice(0, limit).map(shown), more: rows.length > limit }
      },
    }),
    command({
      name: 'kernel.account.revokeKey',
      summary: { zh: '吊销某账号的 API 密钥', en: "Revoke an account's API key" },
      permission: 'kernel.account.write',
      input: closed({ key: Id }),
      output: closed({ id: Id }),
      refusals: ['key.not_found'],
      example: {
        given: [{ call: 'kernel.key.create', input: { name: 'found in a public place', days: 1 } }],
        input: ([made]: readonly { id: string }[]) => ({ key: made!.id }),
      },
      async handle(work, { key }) {
        const revoked = await work.execute(
          'update kernel.api_key set revoked_at = $2 where id = $1 and revoked_at is null',
          [key, work.now],
        )
        if (revoked === 0) return identityRefusals.refuse('key.not_found', {}, '/key')
        work.emit({ type: 'kernel.key.revoked', record: `kernel.key/${key}`, data: {} })
        work.afterCommit(() => services.who.forget())
        return { id: key }
      },
    }),
  ]
}

function shown({
  account,
  login,
  accountName,
  party,
  partyName,
  created,
  expires,
  used,
  revoked,
  ...row
}: Row) {
  return {
    ...{ id: row.id, name: row.name, state: row.state },
    account: { id: account, login, name: bilingual(accountName) },
    party: { id: party, name: bilingual(partyName) },
    createdAt: created.toISOString(),
    expiresAt: expires.toISOString(),
    ...(used && { usedAt: used.toISOString() }),
    ...(revoked && { revokedAt: revoked.toISOString() }),
  }
}

import { type TSchema, Type } from 'typebox'
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
import { onlyAccount, onlyParty } from '../visible.ts'

const Happened = closed({
  id: Type.String(),
  at: Instant,
  type: Type.String(),
  data: Type.Unknown(),
  /** The run that did it, as the audit names it. */
  run: Id,
  /** Whose account did it; absent: the installation itself. */
  by: Type.Optional(closed({ id: Id, login: Type.String(), name: Bilingual })),
})
const Changes = closed({ changes: Type.Array(Happened), more: Type.Boolean() })
const Paged = {
  after: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$', description: 'Id of the last one seen' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}

const HAPPENED = `
  select e.id::text, e.at, e.type, e.data, e.run, a.id as account, a.login, a.name
  from kernel.event e left join kernel.account a on a.id = e.account_id
  where e.record = any($1::text[]) and ($2::bigint is null or e.id < $2) and starts_with(e.type, 'kernel.session.') = $3
  order by e.id desc limit $4`
const KEYS = `select 'kernel.key/' || id as record from kernel.api_key where account_id = $1 limit 500`

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly at: Date
  readonly type: string
  readonly data: unknown
  readonly run: string
  readonly account: string | null
  readonly login: string | null
  readonly name: Text | null
}

interface Asked {
  readonly records: readonly string[]
  readonly after?: string
  readonly limit?: number
  readonly signIns?: boolean
}

async function happened(work: UnitOfWork, { records, after, limit = 50, signIns = false }: Asked) {
  const rows = await work.query<Row>(HAPPENED, [records, after ?? null, signIns, limit + 1])
  const changes = rows.slice(0, limit).map(({ id, at, type, data, run, account, login, name }) => ({
    ...{ id, at: at.toISOString(), type, data, run },
    ...(account && { by: { id: account, login: login!, name: bilingual(name!) } }),
  }))
  return { changes, more: rows.length > limit }
}

const made = (call: string, input: object) => ({
  call,
  input: { name: { zh: '示例', en: 'An example' }, ...input },
})

/** Calls that tell what was changed about an account, a party, a limit: out of the audit, the newest first. */
export const historyCalls: readonly Definition[] = [
  query({
    name: 'kernel.account.history',
    summary: { zh: '账号的变更或登录记录', en: 'What was changed about an account, or how it signed in' },
    permission: 'kernel.account.read',
    unsafeScope: 'system',
    input: closed({ account: Id, what: Type.Optional(either('changes', 'signIns')), ...Paged }),
    output: Changes,
    refusals: ['account.not_found'],
    example: {
      given: [made('kernel.account.create', { login: 'past.me' })],
      input: ([account]: readonly { id: string }[]) => ({ account: account!.id }),
    },
    async handle(work, { account, what, after, limit }) {
      const only = onlyAccount(work.actor, 'kernel.account.read')
      if (only !== null && only !== account)
        return identityRefusals.refuse('account.not_found', {}, '/account')
      const keys = await work.query<{ record: string }>(KEYS, [account])
      const records = [`kernel.account/${account}`, ...keys.map(key => key.record)]
      return happened(work, { records, after, limit, signIns: what === 'signIns' })
    },
  }),
  query({
    name: 'kernel.party.history',
    summary: { zh: '主体的变更记录', en: 'What was changed about a party' },
    permission: 'kernel.party.read',
    unsafeScope: 'system',
    input: closed({ party: Id, ...Paged }),
    output: Changes,
    refusals: ['party.not_found'],
    example: {
      given: [made('kernel.party.create', { kind: 'trader' })],
      input: ([party]: readonly { id: string }[]) => ({ party: party!.id }),
    },
    async handle(work, { party, after, limit }) {
      const only = onlyParty(work.actor, 'kernel.party.read')
      if (only !== null && only !== party) return identityRefusals.refuse('party.not_found', {}, '/party')
      return happened(work, { records: [`kernel.party/${party}`], after, limit })
    },
  }),
  query({
    name: 'kernel.limit.history',
    summary: { zh: '一项限制的修改记录', en: 'How a limit was changed' },
    permission: 'kernel.limit.read',
    unsafeScope: 'system',
    input: closed({ name: Type.String({ maxLength: 60 }), ...Paged }),
    output: Changes,
    example: { input: { name: 'session.idle' } },
    handle: (work, { name, after, limit }) =>
      happened(work, { records: [`kernel.limit/${name}`], after, limit }),
  }),
]

function either(...values: readonly string[]): TSchema {
  return Type.Union(values.map(value => Type.Literal(value)))
}

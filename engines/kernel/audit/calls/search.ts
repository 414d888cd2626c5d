import { type Static, Type } from 'typebox'
import { closed, type Definition, Id, Instant, query, type UnitOfWork } from '../../command/index.ts'
import { RAN } from '../ran.ts'

const Search = closed({
  record: Type.Optional(Type.String({ maxLength: 200, description: 'customs.plan/…' })),
  party: Type.Optional(Id),
  account: Type.Optional(Id),
  call: Type.Optional(Type.String({ maxLength: 100 })),
  outcome: Type.Optional(Type.Union([Type.Literal('done'), Type.Literal('refused')])),
  type: Type.Optional(
    Type.String({ maxLength: 100, description: 'kernel.call.ran, customs.plan.created …' }),
  ),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  run: Type.Optional(Id),
  /** Only what a block seals already. */
  sealed: Type.Optional(Type.Boolean()),
  /** Position of the last record seen: the page goes on below it. */
  before: Type.Optional(Type.Integer({ minimum: 1 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})

const Found = closed({
  position: Type.Integer(),
  at: Instant,
  run: Id,
  type: Type.String(),
  party: Type.Optional(Id),
  account: Type.Optional(Id),
  login: Type.Optional(Type.String()),
  record: Type.Optional(Type.String()),
  data: Type.Unknown(),
  /** The block that seals it; absent: not sealed yet. */
  block: Type.Optional(Type.Integer()),
})

/** Looks records of the audit up, the newest first. */
export const auditSearch: Definition = query({
  name: 'kernel.audit.search',
  verb: 'audit search',
  summary: { zh: '检索审计记录', en: 'Look records of the audit up' },
  permission: 'kernel.audit.read',
  input: Search,
  output: closed({ records: Type.Array(Found), more: Type.Boolean() }),
  example: { input: { call: 'kernel.session.open', limit: 10 } },
  handle: search,
})

/** What each filter adds to the statement; its value is a parameter. Only these texts ever stand in it. */
const FILTERS = {
  record: 'e.record = ?',
  party: 'e.party_id = ?',
  account: 'e.account_id = ?',
  call: `e.type = '${RAN}' and e.data->>'call' = ?`,
  outcome: `e.type = '${RAN}' and e.data->>'outcome' = ?`,
  type: 'e.type = ?',
  from: 'e.at >= ?',
  to: 'e.at < ?',
  run: 'e.run = ?',
  before: 'e.position < ?',
} as const

/** A run and a record name few events. Whatever else is asked for is looked for from the end of the log backwards. */
const NAMED = 'kernel.logged_event e'
const NEWEST = `(select b.position as block, b.position + event.id - b.first_id as position, event.*
  from kernel.event_batch b join kernel.event on event.id between b.first_id and b.last_id) e`

interface Row extends Record<string, unknown> {
  readonly position: string
  readonly at: Date
  readonly run: string
  readonly type: string
  readonly party: string | null
  readonly account: string | null
  readonly login: string | null
  readonly record: string | null
  readonly data: unknown
  readonly block: string | null
}

async function search(work: UnitOfWork, input: Static<typeof Search>) {
  const { limit = 50, sealed } = input
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const conditions = Object.entries(FILTERS).flatMap(([name, text]) => {
    const value = input[name as keyof typeof FILTERS]
    return value === undefined ? [] : [text.replace('?', parameter(value))]
  })
  if (sealed) conditions.push('e.position <= (select max(to_position) from kernel.audit_block)')
  const isNamed = input.run !== undefined || input.record !== undefined
  const rows = await work.query<Row>(
    `select e.position, e.at, e.run, e.type, e.party_id as party, e.account_id as account, a.login, e.record, e.data,
       (select b.number from kernel.audit_block b where b.to_position >= e.position order by b.to_position limit 1) as block
     from ${isNamed ? NAMED : NEWEST} left join kernel.account a on a.id = e.account_id
     where ${['e.position is not null', ...conditions].join(' and ')}
     order by ${isNamed ? '' : 'e.block desc, '}e.position desc limit ${parameter(limit + 1)}`,
    values,
  )
  return { records: rows.slice(0, limit).map(shown), more: rows.length > limit }
}

function shown({ position, at, party, account, login, record, block, ...row }: Row) {
  return {
    ...row,
    position: Number(position),
    at: at.toISOString(),
    ...(party && { party }),
    ...(account && { account }),
    ...(login && { login }),
    ...(record && { record }),
    ...(block && { block: Number(block) }),
  }
}

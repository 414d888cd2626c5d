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
import type { HostServices } from '../../host/services.ts'
import type { Text } from '../../text/index.ts'
import { RAN } from '../ran.ts'

const Search = closed({
  record: Type.Optional(Type.String({ maxLength: 200, description: 'customs.plan/…' })),
  party: Type.Optional(Id),
  account: Type.Optional(Id),
  login: Type.Optional(Type.String({ maxLength: 200 })),
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
  /** Words that stand in the record's data, its type or the name of what it is about. */
  text: Type.Optional(Type.String({ minLength: 2, maxLength: 100 })),
  /** `next` of the page before: this one goes on below that position. */
  after: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,15}$' })),
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
  /** Of a call that ran: what it does. */
  title: Type.Optional(Bilingual),
  data: Type.Unknown(),
  /** The block that seals it; absent: not sealed yet. */
  block: Type.Optional(Type.Integer()),
})

/** Looks records of the audit up, the newest first. */
export const searchCall = (services: HostServices): Definition =>
  query({
    name: 'kernel.audit.search',
    verb: 'audit search',
    summary: { zh: '检索审计记录', en: 'Look records of the audit up' },
    permission: 'kernel.audit.read',
    input: Search,
    output: closed({
      records: Type.Array(Found),
      more: Type.Boolean(),
      /** Where the next page goes on; absent: the whole log was looked through. */
      next: Type.Optional(Type.String()),
      /** How far back was looked, where a page ends before it is full: a long log is looked through in stretches. */
      searchedTo: Type.Optional(closed({ position: Type.Integer(), at: Type.Optional(Instant) })),
    }),
    example: { input: { call: 'kernel.session.open', limit: 10 } },
    async handle(work, input) {
      const { records, ...page } = await search(work, input)
      return { ...page, records: records.map(each => ({ ...each, ...titleOf(services, each) })) }
    },
  })

/** What a call does that ran, in words; nothing of any other event, and of a call that is no more. */
export function titleOf(
  services: HostServices,
  { type, data }: { type: string; data: unknown },
): { title?: Text } {
  const name = type === RAN ? (data as { call?: string }).call : undefined
  const title = name && services.registry().find(name)?.summary
  return title ? { title } : {}
}

/** What each filter adds to the statement; its value is a parameter. Only these texts ever stand in it. */
const FILTERS = {
  record: 'e.record = ?',
  party: 'e.party_id = ?',
  account: 'e.account_id = ?',
  login: 'e.account_id = (select id from kernel.account where login = lower(?))',
  call: `e.type = '${RAN}' and e.data->>'call' = ?`,
  outcome: `e.type = '${RAN}' and e.data->>'outcome' = ?`,
  type: 'e.type = ?',
  from: 'e.at >= ?',
  to: 'e.at < ?',
  run: 'e.run = ?',
  text: `(e.data::text || ' ' || e.type || ' ' || coalesce(e.record, '')) ilike ?`,
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
  const { limit = 50, sealed, after } = input
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const wanted = { ...input, ...(input.text && { text: `%${input.text.replaceAll(/[\\%_]/g, '\\$&')}%` }) }
  const conditions = Object.entries(FILTERS).flatMap(([name, text]) => {
    const value = wanted[name as keyof typeof FILTERS]
    return value === undefined ? [] : [text.replace('?', parameter(value))]
  })
  if (sealed) conditions.push('e.position <= (select max(to_position) from kernel.audit_block)')
  const isNamed = input.run !== undefined || input.record !== undefined
  const stretch = isNamed ? undefined : await stretchBelow(work, after, input.to)
  if (stretch) {
    conditions.push(
      `e.block <= ${parameter(stretch.high)}::bigint`,
      `e.position <= ${parameter(stretch.high)}::bigint`,
    )
    conditions.push(
      `e.block > ${parameter(stretch.low - MOST_TOLD)}::bigint`,
      `e.position >= ${parameter(stretch.low)}::bigint`,
    )
  } else if (after !== undefined) conditions.push(`e.position < ${parameter(after)}::bigint`)
  const rows = await work.query<Row>(
    `select e.position, e.at, e.run, e.type, e.party_id as party, e.account_id as account, a.login, e.record, e.data,
       (select b.number from kernel.audit_block b where b.to_position >= e.position order by b.to_position limit 1) as block
     from ${isNamed ? NAMED : NEWEST} left join kernel.account a on a.id = e.account_id
     where ${['e.position is not null', ...conditions].join(' and ')}
     order by ${isNamed ? '' : 'e.block desc, '}e.position desc limit ${parameter(limit + 1)}`,
    values,
  )
  const records = rows.slice(0, limit).map(shown)
  if (rows.length > limit) return { records, more: true, next: String(records.at(-1)!.position) }
  if (!stretch || stretch.low <= 1) return { records, more: false }
  const at = await timeAt(work, stretch.low)
  if (input.from !== undefined && at !== undefined && at.getTime() < Date.parse(input.from) - SLACK)
    return { records, more: false }
  const searchedTo = { position: stretch.low, ...(at && { at: at.toISOString() }) }
  return { records, more: true, next: String(stretch.low), searchedTo }
}

/** Positions that one page looks through: what is seldom is looked for page by page, and nobody waits for a whole log. */
const STRETCH = 100_000
/** Most events that are told, and placed, together. */
const MOST_TOLD = 65_536
/** Positions follow the commit and times the beginning of what was done, so that they differ by as much, milliseconds. */
const SLACK = 3_600_000

/** The positions that a page looks through. */
async function stretchBelow(work: UnitOfWork, after: string | undefined, to: string | undefined) {
  const top = after === undefined ? await startOf(work, to) : Number(after) - 1
  return { high: top, low: Math.max(1, top - STRETCH + 1) }
}

const HEAD = `
  select position + last_id - first_id as head from kernel.event_batch where position is not null order by position desc limit 1`
const AT = `
  select b.position, e.at from kernel.event_batch b join kernel.event e on e.id = b.first_id
  where b.position <= $1 order by b.position desc limit 1`

async function timeAt(work: UnitOfWork, position: number): Promise<Date | undefined> {
  const [row] = await work.query<{ at: Date }>(AT, [position])
  return row?.at
}

/** Where to begin: the end of the log, or a little after the time it is to end at, found by halves. */
async function startOf(work: UnitOfWork, to: string | undefined): Promise<number> {
  const [row] = await work.query<{ head: string }>(HEAD)
  let [low, high] = [0, Number(row?.head ?? 0)]
  if (to === undefined) return high
  const late = Date.parse(to) + SLACK
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2)
    const at = await timeAt(work, middle)
    // What the reader may not see has no time for them: it is looked through.
    if (at === undefined || at.getTime() < late) low = middle
    else high = middle
  }
  return high
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

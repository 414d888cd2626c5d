import { type Keyed, type Keyset, keyset, type Sort, type SortKeys } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import { Conditions } from './conditions.ts'
import type * as contract from './contract.ts'
import { byName } from './page/store.ts'
import type { DeclarationRow } from './rows.ts'

/* SQL of the lists of declarations. */

export interface ListRow extends DeclarationRow {
  readonly plan_number: string | null
  readonly orders: number
  readonly first_order: string | null
  readonly party: { readonly zh: string; readonly en?: string } | null
  readonly list_no: string | null
  readonly country: string | null
  readonly value: string | null
  readonly taxes: string | null
  readonly said: string | null
}

const COLUMNS = `
  d.id, d.number, d.party_id, d.plan_id, d.order_no, d.mode, d.form, d.direction, d.day, d.created_at, d.state, d.state_at,
  d.is_contradicted, d.held, d.given, d.waiting_since, d.country, d.value, d.taxes`

/** What a list says of a declaration beside its own row; `d` holds the rows of one page only. */
const WITH_PAGE = `
  select d.*, p.number as plan_number, f.name as party, o.orders, o.first_order,
    (select max(r.list_no) from customs.record r where r.declaration_id = d.id and r.role = 'list') as list_no,
    (select r.told_info from customs.record r where r.declaration_id = d.id and r.told_info is not null
     order by r.state in ('rejected', 'failed') desc, r.role = 'list' desc, r.answered_at desc limit 1) as said
  from d left join customs.plan p on p.id = d.plan_id left join kernel.party f on f.id = d.party_id
    cross join lateral (select count(*)::int as orders, min(o.order_no) filter (where o.n = 1) as first_order
      from customs.declaration_order o where o.declaration_id = d.id) o`

/** The orders that a list is offered in; each has its index after the party. */
const SORTS: SortKeys<contract.DeclarationSort> = {
  keys: {
    number: { sql: 'd.number', type: 'text' },
    state: { sql: 'd.state', type: 'text' },
    mode: { sql: 'd.mode', type: 'text' },
    changed: { sql: 'd.state_at', type: 'timestamptz' },
    waiting: { sql: 'd.waiting_since', type: 'timestamptz', only: 'd.waiting_since is not null' },
  },
  id: { sql: 'd.number', type: 'text' },
  usual: '-number',
}

/** A page of declarations in the order that is asked for. */
export const pageOf = (asked: { sort?: Sort<contract.DeclarationSort>; after?: string | undefined }) =>
  keyset(SORTS, asked)

export interface ListFilter {
  /** Whose; undefined: of all whom row security lets through. */
  readonly party: string | undefined
  readonly plan: string | undefined
  readonly what: string | undefined
  readonly states: readonly string[] | undefined
  readonly mode: string | undefined
  readonly form: string | undefined
  readonly direction: string | undefined
  readonly country: string | undefined
  /** Instants: made from, and made before. */
  readonly from: Date | undefined
  readonly before: Date | undefined
  readonly search: string
  /** What waits since before then is late. */
  readonly late: Date
}

const TO_ACT_ON = `('draft', 'rejected', 'failed', 'unknown', 'detained')`

function conditionsOf(filter: ListFilter): Conditions {
  const conditions = new Conditions()
  const { party, plan, what, states, mode, form, direction, country, from, before, late } = filter
  if (party !== undefined) conditions.add('d.party_id = ?', party)
  if (plan !== undefined) conditions.ofPlan(plan)
  if (what === 'waiting') conditions.plain('d.waiting_since is not null')
  else if (what === 'late') conditions.add('d.waiting_since < ?', late)
  else if (what === 'refused') conditions.plain(`d.state in ('rejected', 'failed')`)
  else if (what === 'released') conditions.plain(`d.state in ('released', 'concluded')`)
  else if (what === 'contradicted') conditions.plain('d.is_contradicted')
  else if (what === 'todo')
    conditions.add(`(d.state in ${TO_ACT_ON} or d.is_contradicted or d.waiting_since < ?)`, late)
  else if (what !== undefined) conditions.add('d.state = ?', what)
  if (states !== undefined) conditions.add('d.state = any(?::text[])', states)
  if (mode !== undefined) conditions.add('d.mode = ?', mode)
  if (form !== undefined) conditions.add('d.form = ?', form)
  if (direction !== undefined) conditions.add('d.direction = ?', direction)
  if (country === 'none') conditions.plain('d.country is null')
  else if (country !== undefined) conditions.add('d.country = ?', country)
  if (from !== undefined) conditions.add('d.created_at >= ?', from)
  if (before !== undefined) conditions.add('d.created_at < ?', before)
  return conditions
}

const LAST = '\u{10ffff}'
const begins = (column: string, from: string, to: string) => `${column} ~>=~ ${from} and ${column} ~<~ ${to}`

/** How a number of ours begins: whoever types so much of it means no order. */
const OWN_NUMBER = /^D\d{2,}$/

/** Numbers that begin so: of declarations, of orders, of lists. Each is found by its index. */
function searchBegins(conditions: Conditions, search: string): void {
  conditions.values.push(search, search + LAST)
  const n = conditions.values.length
  const [from, to] = [`$${n - 1}::text`, `$${n}::text`]
  if (OWN_NUMBER.test(search)) conditions.plain(begins('d.number', from, to))
  else
    conditions.plain(`d.id in (
    select x.id from customs.declaration x where ${begins('x.number', from, to)}
    union all select x.declaration_id from customs.declaration_order x where ${begins('x.order_no', from, to)}
    union all select x.declaration_id from customs.record x where x.list_no is not null and ${begins('x.list_no', from, to)})`)
}

/** Numbers that hold the text anywhere: reads what the other conditions leave. */
function searchWithin(conditions: Conditions, search: string): void {
  conditions.add(
    `(strpos(d.number, ?) > 0
      or exists (select from customs.declaration_order x where x.declaration_id = d.id and strpos(upper(x.order_no), ?) > 0)
      or exists (select from customs.record x where x.declaration_id = d.id and x.role = 'list' and strpos(x.list_no, ?) > 0))`,
    search.toUpperCase(),
  )
}

/** Declarations under some conditions, a page of them. */
export async function listDeclarations(
  tx: Tx,
  filter: ListFilter,
  page: { readonly of: Keyset; readonly limit: number; readonly searches: 'beginning' | 'within' },
): Promise<(ListRow & Keyed)[]> {
  const conditions = conditionsOf(filter)
  if (filter.search !== '') {
    if (page.searches === 'beginning') searchBegins(conditions, filter.search)
    else searchWithin(conditions, filter.search)
  }
  const { columns, orderBy } = page.of
  for (const each of page.of.conditions(value => `$${conditions.values.push(value)}`)) conditions.plain(each)
  conditions.values.push(page.limit)
  return tx.query<ListRow & Keyed>(
    `with d as materialized (select ${COLUMNS}, ${columns} from customs.declaration d ${conditions.text}
       order by ${orderBy} limit $${conditions.values.length})
     ${WITH_PAGE} order by ${orderBy}`,
    conditions.values,
  )
}

/** A declaration by its id or by the number that people name it by. */
export async function readDeclaration(tx: Tx, name: string): Promise<ListRow | undefined> {
  const [row] = await tx.query<ListRow>(
    `with d as materialized (select ${COLUMNS} from customs.declaration d where d.id = $1 or d.number = $2) ${WITH_PAGE}`,
    byName(name),
  )
  return row
}

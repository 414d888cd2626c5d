import type { Tx } from '@tongqu/kernel/db'

/* SQL of what is read of summaries. */

export interface SummaryRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly month: string
  readonly state: string
  readonly state_at: Date
  readonly made_at: Date
  readonly office: string
  readonly consignor: string
  readonly consignor_name: string
  readonly agent: string
  readonly lists: number
  readonly given_back: number
  readonly lines: number
  readonly declarations: number
  readonly sum_no: string | null
  readonly made: number
  readonly lists_declared: number
  readonly rule: { readonly id: string; readonly from: string; readonly source: string }
}

const SUMMARY = `
  select d.id, d.number, to_char(s.month, 'YYYY-MM') as month, d.state, d.state_at, s.made_at, s.office, s.consignor,
    s.consignor_name, s.agent, s.lists, s.lines, s.declarations, s.rule,
    (select count(*)::int from customs.record p join customs.summary_list l on l.record_id = p.id
     where p.declaration_id = s.declaration_id and p.role = 'list' and p.state in ('rejected', 'withdrawn')) as given_back,
    (select max(r.list_no) from customs.record r where r.declaration_id = d.id and r.role = 'list') as sum_no,
    (select count(*)::int from customs.summary_result t where t.summary_id = s.declaration_id) as made,
    (select count(distinct t.list_no)::int from customs.summary_result_line t where t.summary_id = s.declaration_id)
      as lists_declared
  from customs.summary s join customs.declaration d on d.id = s.declaration_id`

/** Summaries, the newest first. */
export function listSummaries(
  tx: Tx,
  {
    month,
    after,
    limit,
  }: { readonly month: string | undefined; readonly after: string | undefined; readonly limit: number },
): Promise<SummaryRow[]> {
  return tx.query<SummaryRow>(
    `${SUMMARY} where ($1::date is null or s.month = $1) and ($2::text is null or d.number < $2) order by d.number desc limit $3`,
    [month === undefined ? null : `${month}-01`, after ?? null, limit],
  )
}

export async function readSummary(tx: Tx, name: string): Promise<SummaryRow | undefined> {
  const [row] = await tx.query<SummaryRow>(`${SUMMARY} where d.number = $1 or d.id::text = $1`, [name])
  return row
}

export function partStates(
  tx: Tx,
  summary: string,
): Promise<{ readonly state: string; readonly parts: number; readonly said: string | null }[]> {
  return tx.query(
    `select state, count(*)::int as parts, min(told_info) filter (where state in ('rejected', 'failed', 'detained')) as said
     from customs.record where declaration_id = $1 and role = 'list' group by state order by state`,
    [summary],
  )
}

export interface ResultRow extends Record<string, unknown> {
  readonly seq_no: string
  readonly entry_id: string | null
  readonly state: string
  readonly at: string
  readonly gross_weight: string
  readonly net_weight: string
  readonly lists: number
  readonly refund_lists: number
}

const RESULTS = `
  select t.seq_no, t.entry_id, t.state, t.at, t.gross_weight, t.net_weight, coalesce(c.lists, 0) as lists,
    coalesce(c.refund_lists, 0) as refund_lists
  from customs.summary_result t left join (
    select l.seq_no, count(distinct l.list_no)::int as lists,
      count(distinct l.list_no) filter (where s.has_refund)::int as refund_lists
    from customs.summary_result_line l join customs.summary_list s on s.summary_id = l.summary_id and s.list_no = l.list_no
    where l.summary_id = $1 group by l.seq_no) c on c.seq_no = t.seq_no
  where t.summary_id = $1 order by t.entry_id, t.seq_no`

export const resultsOf = (tx: Tx, summary: string): Promise<ResultRow[]> =>
  tx.query<ResultRow>(RESULTS, [summary])

export interface LineRow extends Record<string, unknown> {
  readonly line: number
  readonly part: number
  readonly content: Readonly<Record<string, unknown>>
}

export function linesOf(tx: Tx, summary: string, after: number, limit: number): Promise<LineRow[]> {
  return tx.query<LineRow>(
    `select line, part, content from customs.summary_line where summary_id = $1 and line > $2 order by line limit $3`,
    [summary, after, limit],
  )
}

export interface SummedListRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly list_no: string
  readonly released_on: string
  readonly is_late: boolean
  readonly is_given_back: boolean
  readonly has_refund: boolean
  readonly entries: readonly string[]
}

const LISTS = `
  select d.id, d.number, l.list_no, to_char(l.released_on, 'YYYY-MM-DD') as released_on, l.is_late,
    p.state in ('rejected', 'withdrawn') as is_given_back, l.has_refund,
    array(select distinct coalesce(t.entry_id, t.seq_no) from customs.summary_result_line r join customs.summary_result t
      on t.summary_id = r.summary_id and t.seq_no = r.seq_no
      where r.summary_id = l.summary_id and r.list_no = l.list_no order by 1) as entries
  from (select * from customs.summary_list s where s.summary_id = $1 and s.list_no > $2 order by s.list_no limit $3) l
  join customs.declaration d on d.id = l.list_id join customs.record p on p.id = l.record_id order by l.list_no`

export function listsOf(
  tx: Tx,
  summary: string,
  after: string | undefined,
  limit: number,
): Promise<SummedListRow[]> {
  return tx.query<SummedListRow>(LISTS, [summary, after ?? '', limit])
}

export interface OfListRow extends Record<string, unknown> {
  readonly has_refund: boolean
  readonly summary_id: string | null
  readonly number: string
  readonly month: string
  readonly state: string
  readonly is_late: boolean
  readonly list_no: string
  readonly lines: readonly number[]
}

const OF_LIST = `
  select d.has_refund, s.summary_id, s.number, s.month, s.state, s.is_late, s.list_no, s.lines from customs.declaration d
  left join lateral (select l.summary_id, m.number, to_char(y.month, 'YYYY-MM') as month, m.state, l.is_late, l.list_no, l.lines
    from customs.summary_list l join customs.record p on p.id = l.record_id join customs.declaration m on m.id = l.summary_id
    join customs.summary y on y.declaration_id = l.summary_id
    where l.list_id = d.id and l.given_back_at is null and p.state not in ('rejected', 'withdrawn')) s on true
  where d.number = $1 or d.id::text = $1`

export async function ofList(tx: Tx, name: string): Promise<OfListRow | undefined> {
  const [row] = await tx.query<OfListRow>(OF_LIST, [name])
  return row
}

export function resultLinesOf(
  tx: Tx,
  summary: string,
  listNo: string,
): Promise<{ readonly line: number; readonly seq_no: string; readonly entry_id: string | null }[]> {
  return tx.query(
    `select r.line, r.seq_no, t.entry_id from customs.summary_result_line r join customs.summary_result t
       on t.summary_id = r.summary_id and t.seq_no = r.seq_no
     where r.summary_id = $1 and r.list_no = $2 order by r.line`,
    [summary, listNo],
  )
}

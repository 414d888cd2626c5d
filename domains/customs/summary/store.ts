import type { Tx } from '@tongqu/kernel/db'
import type { Content } from '../declaration/form/kinds.ts'
import { transposed } from '../declaration/store.ts'

/* SQL of monthly summaries. */

/** A released list that stands in no summary. */
export interface OpenList extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly has_refund: boolean
  readonly record_id: string
  readonly list_no: string | null
  /** yyyyMMdd, by the counter. */
  readonly released: string
  /** Why it cannot be summed up now: cancelling, contradicted, no_number. */
  readonly blocked: string | null
}

/** A part that was rejected or put aside holds its lists no longer. */
const STANDING = `
  select 1 from customs.summary_list l where l.list_id = d.id and l.given_back_at is null
    and (select p.state from customs.record p where p.id = l.record_id) not in ('rejected', 'withdrawn') limit 1`

// Rows are looked up by their keys (`limit 1` keeps it so), whatever the planner thinks of tables that nobody has analysed.
const OPEN = `
  select d.id, d.number, d.has_refund, r.id as record_id, r.list_no, left(r.released_time, 8) as released,
    case when d.is_contradicted then 'contradicted' when r.list_no is null then 'no_number'
      when (select 1 from customs.record a where a.declaration_id = d.id and a.role in ('cancel', 'return')
        and a.state not in ('rejected', 'failed', 'withdrawn') limit 1) is not null then 'cancelling' end as blocked
  from customs.declaration d cross join lateral (
    select c.id, c.list_no, c.released_time from customs.record c
    where c.declaration_id = d.id and c.role = 'list' limit 1) r
  where d.party_id = $1 and d.form = 'summary' and d.state in ('released', 'concluded') and r.released_time < $2
    and (${STANDING}) is null
  order by r.list_no, d.id`

/** @param before yyyyMMdd: lists released before that day */
export function openLists(tx: Tx, party: string, before: string): Promise<OpenList[]> {
  return tx.query<OpenList>(OPEN, [party, before])
}

export function contentsOf(
  tx: Tx,
  records: readonly string[],
): Promise<{ readonly id: string; readonly content: Content }[]> {
  return tx.query(
    `select n.id, r.content from unnest($1::uuid[]) as n (id) cross join lateral (
       select c.content from customs.record c where c.id = n.id limit 1) r`,
    [records],
  )
}

/** One at a time sums up or takes a list out for a party, so that no list is in two summaries. */
export async function holdSummaries(tx: Tx, party: string): Promise<void> {
  await tx.query('select 1 from customs.declarant where party_id = $1 for update', [party])
}

const GIVE_BACK = `
  update customs.summary_list l set given_back_at = $2 from customs.record p
  where p.id = l.record_id and l.party_id = $1 and l.given_back_at is null and p.state in ('rejected', 'withdrawn')
  returning l.summary_id`
const PUT_ASIDE = `
  update customs.record set state = 'withdrawn', is_ready = false
  where declaration_id = any($1) and role = 'list' and state = 'rejected'`

/** Gives the lists of rejected parts back. @returns the summaries that they stood in */
export async function giveBack(tx: Tx, party: string, at: Date): Promise<string[]> {
  const rows = await tx.query<{ summary_id: string }>(GIVE_BACK, [party, at])
  const summaries = [...new Set(rows.map(row => row.summary_id))]
  if (summaries.length > 0) await tx.execute(PUT_ASIDE, [summaries])
  return summaries
}

export interface NewSummary {
  readonly id: string
  readonly party: string
  /** First day of its month. */
  readonly month: string
  readonly office: string
  readonly consignor: string
  readonly consignorName: string
  readonly agent: string
  readonly lists: number
  readonly lines: number
  readonly declarations: number
  readonly rule: { readonly id: string; readonly from: string; readonly source: string }
  readonly at: Date
}

export async function addSummary(tx: Tx, one: NewSummary): Promise<void> {
  await tx.execute(
    `insert into customs.summary (declaration_id, party_id, month, office, consignor, consignor_name, agent, lists, lines,
       declarations, rule, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      one.id,
      one.party,
      one.month,
      one.office,
      one.consignor,
      one.consignorName,
      one.agent,
      one.lists,
      one.lines,
      one.declarations,
      JSON.stringify(one.rule),
      one.at,
    ],
  )
}

export interface NewSummaryList {
  readonly list: string
  readonly record: string
  readonly listNo: string
  /** yyyyMMdd */
  readonly released: string
  /** Merged line of each of its lines. */
  readonly lines: readonly number[]
  readonly isLate: boolean
  readonly hasRefund: boolean
}

const ADD_LISTS = `
  insert into customs.summary_list (summary_id, party_id, list_id, record_id, list_no, released_on, lines, is_late,
    has_refund)
  select $1, $2, n.list, n.record, n.list_no, n.released, n.lines::int[], n.is_late, n.has_refund
  from unnest($3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::text[], $8::boolean[], $9::boolean[])
    as n (list, record, list_no, released, lines, is_late, has_refund)`

export async function addLists(
  tx: Tx,
  of: Pick<NewSummary, 'id' | 'party'>,
  lists: readonly NewSummaryList[],
): Promise<void> {
  const rows = lists.map(each => [
    each.list,
    each.record,
    each.listNo,
    each.released,
    `{${each.lines.join()}}`,
    each.isLate,
    each.hasRefund,
  ])
  await tx.execute(ADD_LISTS, [of.id, of.party, ...transposed(rows, 7)])
}

export interface NewSummaryLine {
  /** Through the summary, from 1. */
  readonly line: number
  /** The declaration that it is in, from 1. */
  readonly part: number
  readonly content: unknown
}

export async function addLines(
  tx: Tx,
  of: Pick<NewSummary, 'id' | 'party'>,
  lines: readonly NewSummaryLine[],
): Promise<void> {
  await tx.execute(
    `insert into customs.summary_line (summary_id, party_id, line, part, content)
     select $1, $2, n.line, n.part, n.content from unnest($3::int[], $4::int[], $5::json[]) as n (line, part, content)`,
    [
      of.id,
      of.party,
      ...transposed(
        lines.map(each => [each.line, each.part, JSON.stringify(each.content)]),
        3,
      ),
    ],
  )
}

/** Parts of a summary by their number: the record of each. */
export async function partsOf(tx: Tx, summary: string): Promise<Map<number, string>> {
  const rows = await tx.query<{ id: string; seq: number }>(
    `select id, (content->'SummaryApplyHead'->>'msgSeqNo')::int as seq from customs.record
     where declaration_id = $1 and role = 'list'`,
    [summary],
  )
  return new Map(rows.map(row => [row.seq, row.id]))
}

/** Number of the summary that a list stands in. */
export async function standingOf(tx: Tx, list: string): Promise<string | undefined> {
  const [row] = await tx.query<{ number: string }>(
    `select s.number from customs.summary_list l join customs.record p on p.id = l.record_id
     join customs.declaration s on s.id = l.summary_id
     where l.list_id = $1 and l.given_back_at is null and p.state not in ('rejected', 'withdrawn')`,
    [list],
  )
  return row?.number
}

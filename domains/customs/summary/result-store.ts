import type { Tx } from '@tongqu/kernel/db'

/* SQL of what the customs made of a summary. System scope. */

/** Head of a result as it is told. */
export interface ToldResult {
  readonly sumNo: string
  readonly declSeqNo: string
  readonly entryId?: string
  readonly decState: string
  /** yyyyMMddHHmmssSSS. */
  readonly opDate: string
  readonly grossWeight: string
  readonly netWeight: string
}

export interface ToldLine {
  readonly invtNo: string
  readonly gnum?: string
  readonly gcode: string
}

export interface From {
  readonly message: string
  readonly party: string
  readonly at: Date
}

/** Summaries by the number that the customs gave them: all parts of one have the same. */
export async function summariesNumbered(
  tx: Tx,
  party: string,
  numbers: readonly string[],
): Promise<Map<string, { readonly id: string; readonly number: string }>> {
  const rows = await tx.query<{ sum_no: string; id: string; number: string }>(
    `select distinct r.list_no as sum_no, d.id, d.number from customs.record r
     join customs.declaration d on d.id = r.declaration_id
     where r.list_no = any($2) and r.party_id = $1 and r.kind = 'CEB701'`,
    [party, [...new Set(numbers)]],
  )
  return new Map(rows.map(row => [row.sum_no, row]))
}

/** The summary that lists stand in: a result may come before the receipt that carries the summary's number. */
export async function summaryOfLists(
  tx: Tx,
  party: string,
  lines: readonly ToldLine[],
): Promise<{ readonly id: string; readonly number: string } | undefined> {
  const [row] = await tx.query<{ id: string; number: string }>(
    `select d.id, d.number from customs.summary_list l join customs.declaration d on d.id = l.summary_id
     where l.party_id = $1 and l.list_no = any($2) and l.given_back_at is null limit 1`,
    [party, lines.map(each => each.invtNo)],
  )
  return row
}

const KEEP = `
  insert into customs.summary_result as s (summary_id, party_id, seq_no, sum_no, entry_id, state, at, gross_weight, net_weight,
    message_id, told_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (summary_id, seq_no) do update set entry_id = coalesce(excluded.entry_id, s.entry_id), state = excluded.state,
    at = excluded.at, gross_weight = excluded.gross_weight, net_weight = excluded.net_weight, message_id = excluded.message_id
  where excluded.at > s.at
  returning (xmax = 0) as is_new`

/** @returns whether it is a declaration that was not told before */
export async function keepResult(tx: Tx, summary: string, head: ToldResult, from: From): Promise<boolean> {
  const [row] = await tx.query<{ is_new: boolean }>(KEEP, [
    summary,
    from.party,
    head.declSeqNo,
    head.sumNo,
    head.entryId ?? null,
    head.decState,
    head.opDate,
    head.grossWeight,
    head.netWeight,
    from.message,
    from.at,
  ])
  return row?.is_new ?? false
}

const KEEP_LINES = `
  insert into customs.summary_result_line as l (summary_id, party_id, list_no, line, seq_no, hs_code)
  select $1, $2, n.list_no, n.line, $3, n.hs_code from unnest($4::text[], $5::int[], $6::text[]) as n (list_no, line, hs_code)
  on conflict (summary_id, list_no, line) do update set seq_no = excluded.seq_no, hs_code = excluded.hs_code`

export async function keepResultLines(
  tx: Tx,
  summary: string,
  seqNo: string,
  lines: readonly ToldLine[],
  party: string,
): Promise<void> {
  // A line that is named twice in one message counts once.
  const named = new Map(lines.map(each => [`${each.invtNo} ${each.gnum ?? '0'}`, each]))
  const all = [...named.values()]
  if (all.length === 0) return
  await tx.execute(KEEP_LINES, [
    summary,
    party,
    seqNo,
    all.map(each => each.invtNo),
    all.map(each => Number(each.gnum ?? 0)),
    all.map(each => each.gcode),
  ])
}

/** A result of a summary that is not known here is kept, with its reason, for a person. */
export async function holdResult(tx: Tx, head: ToldResult, { message, party, at }: From): Promise<void> {
  await tx.execute(
    `insert into customs.receipt_held (party_id, message_id, kind, key, status, time, info, reason, list_no, held_at)
     values ($1, $2, 'CEB701', $3, $4, $5, $6, 'receipt.unknown_record', $7, $8)
     on conflict (kind, key, status, time, reason) do nothing`,
    [party, message, head.declSeqNo, head.decState, head.opDate, head.entryId ?? null, head.sumNo, at],
  )
}

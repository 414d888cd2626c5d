import type { Tx } from '@tongqu/kernel/db'

/* SQL of counts of a book. */

export interface CountRow extends Record<string, unknown> {
  readonly id: string
  readonly book_id: string
  readonly party_id: string
  readonly reason: string
  readonly paper: string
  readonly state: 'counted' | 'approved' | 'rejected'
  readonly at: Date
  readonly by: string
  readonly ended_at: Date | null
  readonly ended_reason: string | null
}

export interface CountedLine extends Record<string, unknown> {
  readonly count_id: string
  readonly line_id: string
  readonly record_no: number
  readonly ledger: number
  readonly found_account: string
  readonly counted: string
  readonly expected: string
}

const COUNT = 'id, book_id, party_id, reason, paper, state, at, by, ended_at, ended_reason'

export async function addCount(
  tx: Tx,
  row: Pick<CountRow, 'id' | 'book_id' | 'party_id' | 'reason' | 'paper' | 'at' | 'by'>,
  lines: readonly { readonly line: string; readonly counted: bigint; readonly expected: bigint }[],
): Promise<void> {
  await tx.execute(
    `insert into customs.book_count (id, book_id, party_id, reason, paper, state, at, by)
     values ($1, $2, $3, $4, $5, 'counted', $6, $7)`,
    [row.id, row.book_id, row.party_id, row.reason, row.paper, row.at, row.by],
  )
  await tx.execute(
    `insert into customs.book_count_line (count_id, party_id, line_id, counted, expected)
     select $1, $2, n.* from unnest($3::uuid[], $4::bigint[], $5::bigint[]) as n`,
    [
      row.id,
      row.party_id,
      lines.map(each => each.line),
      lines.map(each => each.counted.toString()),
      lines.map(each => each.expected.toString()),
    ],
  )
}

export async function takeCount(tx: Tx, id: string): Promise<CountRow | undefined> {
  const [row] = await tx.query<CountRow>(`select ${COUNT} from customs.book_count where id = $1 for update`, [
    id,
  ])
  return row
}

export async function endCount(
  tx: Tx,
  id: string,
  end: {
    readonly state: 'approved' | 'rejected'
    readonly at: Date
    readonly by: string
    readonly reason: string | null
  },
): Promise<void> {
  await tx.execute(
    'update customs.book_count set state = $2, ended_at = $3, ended_by = $4, ended_reason = $5 where id = $1',
    [id, end.state, end.at, end.by, end.reason],
  )
}

export function listCounts(
  tx: Tx,
  book: string,
  after: string | undefined,
  limit: number,
): Promise<CountRow[]> {
  return tx.query<CountRow>(
    `select ${COUNT} from customs.book_count where book_id = $1 and ($2::uuid is null or id < $2)
     order by id desc limit $3`,
    [book, after ?? null, limit],
  )
}

export function countedLines(tx: Tx, counts: readonly string[]): Promise<CountedLine[]> {
  return tx.query<CountedLine>(
    `select c.count_id, c.line_id, l.record_no, l.ledger, l.found_account, c.counted::text, c.expected::text
     from customs.book_count_line c join customs.book_line l on l.id = c.line_id where c.count_id = any($1)
     order by c.count_id, l.record_no`,
    [counts],
  )
}

/** Numbers of lines that another count has adjusted since a time. */
export async function adjustedSince(tx: Tx, count: CountRow): Promise<number | undefined> {
  const [row] = await tx.query<{ record_no: number }>(
    `select l.record_no from customs.book_count_line mine
     join customs.book_count_line other on other.line_id = mine.line_id and other.count_id <> mine.count_id
     join customs.book_count c on c.id = other.count_id and c.state = 'approved' and c.ended_at >= $2
     join customs.book_line l on l.id = mine.line_id where mine.count_id = $1 limit 1`,
    [count.id, count.at],
  )
  return row?.record_no
}

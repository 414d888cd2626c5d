import type { Tx } from '@tongqu/kernel/db'
import type { Covered } from './covered.ts'

/* SQL of covers, of those who wait for one, and of those that are to be settled. */

const COVERED = `
  select declaration_id as declaration, party_id as party, owner_id as owner, kind, cover_id as cover, against, is_in as "isIn",
    line, ledger, asked::text, to_hold::text as "toHold", to_post::text as "toPost", held::text, posted::text, hold_id as hold
  from customs.cover`

type Texts = 'asked' | 'toHold' | 'toPost' | 'held' | 'posted'
type CoveredRow = Omit<Covered, Texts | 'hold'> &
  Record<Texts, string> & { readonly hold: string | null } & Record<string, unknown>

const coveredOf = (row: CoveredRow): Covered => ({
  ...row,
  asked: BigInt(row.asked),
  toHold: BigInt(row.toHold),
  toPost: BigInt(row.toPost),
  held: BigInt(row.held),
  posted: BigInt(row.posted),
  hold: row.hold ?? undefined,
})

export async function coversOf(tx: Tx, declarations: readonly string[]): Promise<Covered[]> {
  if (declarations.length === 0) return []
  const rows = await tx.query<CoveredRow>(
    `${COVERED} where declaration_id = any($1) order by declaration_id, kind, line`,
    [declarations],
  )
  return rows.map(coveredOf)
}

const WRITE = `
  insert into customs.cover as c (declaration_id, party_id, owner_id, kind, cover_id, against, is_in, line, ledger, asked, to_hold,
    to_post, held, posted, hold_id, changed_at)
  select n.*, $16::timestamptz from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::boolean[],
    $8::int[], $9::int[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::uuid[]) as n
  on conflict (declaration_id, kind, line) do update set owner_id = excluded.owner_id, cover_id = excluded.cover_id,
    against = excluded.against, is_in = excluded.is_in, ledger = excluded.ledger, asked = excluded.asked,
    to_hold = excluded.to_hold, to_post = excluded.to_post, held = excluded.held, posted = excluded.posted,
    hold_id = excluded.hold_id, changed_at = excluded.changed_at`

export async function writeCovers(tx: Tx, covers: readonly Covered[], at: Date): Promise<void> {
  if (covers.length === 0) return
  const column = <T>(of: (each: Covered) => T) => covers.map(of)
  await tx.execute(WRITE, [
    column(each => each.declaration),
    column(each => each.party),
    column(each => each.owner),
    column(each => each.kind),
    column(each => each.cover),
    column(each => each.against),
    column(each => each.isIn),
    column(each => each.line),
    column(each => each.ledger),
    column(each => each.asked.toString()),
    column(each => each.toHold.toString()),
    column(each => each.toPost.toString()),
    column(each => each.held.toString()),
    column(each => each.posted.toString()),
    column(each => each.hold ?? null),
    at,
  ])
}

/** Declarations that are kept back for want of a cover, with the one that they wait for. */
export async function addWaits(
  tx: Tx,
  waits: readonly { readonly declaration: string; readonly party: string; readonly cover: string }[],
  at: Date,
): Promise<void> {
  if (waits.length === 0) return
  await tx.execute(
    `insert into customs.cover_wait (declaration_id, party_id, cover_id, at)
     select n.*, $4::timestamptz from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as n
     on conflict (declaration_id) do update set cover_id = excluded.cover_id`,
    [waits.map(each => each.declaration), waits.map(each => each.party), waits.map(each => each.cover), at],
  )
}

export async function endWaits(tx: Tx, declarations: readonly string[]): Promise<void> {
  await tx.execute('delete from customs.cover_wait where declaration_id = any($1)', [declarations])
}

export async function isWaitedFor(tx: Tx, covers: readonly string[]): Promise<boolean> {
  const [row] = await tx.query('select 1 from customs.cover_wait where cover_id = any($1) limit 1', [covers])
  return row !== undefined
}

const SHORT = `
  insert into customs.cover_due (declaration_id, party_id)
  select declaration_id, party_id from customs.cover
  where cover_id = any($1) and (held < to_hold or posted < to_post) order by declaration_id limit 1000
  on conflict (declaration_id) do update set asked = cover_due.asked + 1`

/** Asks for covers to be settled that have less than they should, now that there is more. */
export async function askShort(tx: Tx, covers: readonly string[]): Promise<void> {
  await tx.execute(SHORT, [covers])
}

export async function askSettled(
  tx: Tx,
  declarations: readonly { readonly id: string; readonly party: string }[],
): Promise<void> {
  if (declarations.length === 0) return
  await tx.execute(
    `insert into customs.cover_due (declaration_id, party_id) select * from unnest($1::uuid[], $2::uuid[])
     on conflict (declaration_id) do update set asked = cover_due.asked + 1`,
    [declarations.map(each => each.id), declarations.map(each => each.party)],
  )
}

// The declaration is locked before what is asked of it: whoever moves one has locked it and then asks.
const TAKE_DUE = `
  with taken as (
    select d.id from customs.declaration d join (select declaration_id from customs.cover_due order by declaration_id limit $1) due
      on due.declaration_id = d.id
    order by d.id for update of d skip locked)
  delete from customs.cover_due where declaration_id in (select id from taken) returning declaration_id as id`

/** Takes declarations whose covers are to be settled, locked; those that others hold come later. */
export async function takeDue(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(TAKE_DUE, [most])
  return rows.map(row => row.id).sort()
}

export async function coversWaitedFor(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ cover_id: string }>(
    'select distinct cover_id from customs.cover_wait order by cover_id',
  )
  return rows.map(row => row.cover_id)
}

const WAITS = `
  select w.declaration_id as declaration, d.state from customs.cover_wait w join customs.declaration d on d.id = w.declaration_id
  where w.cover_id = $1 order by w.at, d.number limit $2`

/** Declarations that wait for a cover, those first that have waited longest. */
export function waitsOf(
  tx: Tx,
  cover: string,
  most: number,
): Promise<{ declaration: string; state: string }[]> {
  return tx.query(WAITS, [cover, most])
}

export async function isWaiting(tx: Tx, declaration: string, cover: string): Promise<boolean> {
  const [row] = await tx.query(
    'select 1 from customs.cover_wait where declaration_id = $1 and cover_id = $2',
    [declaration, cover],
  )
  return row !== undefined
}

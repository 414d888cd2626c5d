import type { Tx } from '../db/index.ts'
import type { Entry } from './findable.ts'
import { tokensOf } from './tokens.ts'

/* SQL that keeps the index. Every function works in the transaction it is given, as the system. */

export interface Due {
  readonly kind: string
  readonly keys: readonly string[]
}

const TAKE = `
  delete from kernel.search_due where id in (select id from kernel.search_due order by id limit $1 for update skip locked)
  returning kind, key`

/** Takes what is to be made again, by kind. */
export async function takeDue(tx: Tx, most: number): Promise<readonly Due[]> {
  const rows = await tx.query<{ kind: string; key: string }>(TAKE, [most])
  return [...Map.groupBy(rows, row => row.kind)].map(([kind, marks]) => ({
    kind,
    keys: [...new Set(marks.map(mark => mark.key))],
  }))
}

const KEPT = `
  select key, json_build_object('key', key, 'number', number, 'title', title, 'note', note, 'page', page, 'readers', readers,
    'tokens', tokens, 'at', extract(epoch from at) * 1000) as entry
  from kernel.search_entry where kind = $1 and key = any($2)`
const FORGET = `
  with gone as (delete from kernel.search_entry where kind = $1 and key = any($2) returning id, readers, tokens)
  delete from kernel.search_token t
  using (select g.id, r.reader, left(k.token, 1)::smallint as class, substr(k.token, 2) as token
    from gone g, unnest(g.readers) r (reader), unnest(g.tokens) k (token)) o
  where t.reader = o.reader and t.kind = $1 and t.class = o.class and t.token = o.token and t.entry_id = o.id`
const KEEP = `
  with made as (
    insert into kernel.search_entry (kind, key, number, title, note, page, readers, tokens, at)
    select $1, key, number, title, note, page, readers, tokens, to_timestamp(at / 1000.0) from json_to_recordset($2) as e (
      key text, number text, title jsonb, note jsonb, page text, readers uuid[], tokens text[], at bigint)
    returning id, readers, tokens)
  insert into kernel.search_token (reader, kind, class, token, entry_id)
  select r.reader, $1, left(k.token, 1)::smallint, substr(k.token, 2), m.id
  from made m, unnest(m.readers) r (reader), unnest(m.tokens) k (token) on conflict do nothing`

/** Makes the index of these records say what their entries say; a record without an entry is forgotten. */
export async function keepEntries(
  tx: Tx,
  kind: string,
  keys: readonly string[],
  entries: readonly Entry[],
): Promise<void> {
  const kept = await tx.query<{ key: string; entry: Row }>(KEPT, [kind, keys])
  const before = new Map(kept.map(row => [row.key, said(row.entry)]))
  const rows = entries.map(rowOf)
  const same = new Set(rows.filter(row => before.get(row.key) === said(row)).map(row => row.key))
  const gone = kept.map(row => row.key).filter(key => !same.has(key))
  if (gone.length > 0) await tx.execute(FORGET, [kind, gone])
  const changed = rows.filter(row => !same.has(row.key))
  if (changed.length > 0) await tx.execute(KEEP, [kind, JSON.stringify(changed)])
}

/** Keys of a kind that the index has. */
export async function keysOf(tx: Tx, kind: string): Promise<string[]> {
  const rows = await tx.query<{ key: string }>('select key from kernel.search_entry where kind = $1', [kind])
  return rows.map(row => row.key)
}

type Row = ReturnType<typeof rowOf>

function rowOf(entry: Entry) {
  const { key, number, title, note, page, readers, at } = entry
  return {
    key,
    number: number ?? null,
    title: { zh: title.zh, en: title.en },
    note: note ? { zh: note.zh, en: note.en } : null,
    page,
    readers: [...new Set(readers)].sort(),
    tokens: tokensOf(entry),
    at: at ? at.getTime() : null,
  }
}

const said = ({ key, number, title, note, page, readers, tokens, at }: Row) =>
  JSON.stringify([
    key,
    number,
    title.zh,
    title.en,
    note?.zh,
    note?.en,
    page,
    readers,
    tokens,
    at === null ? null : Math.trunc(Number(at)),
  ])

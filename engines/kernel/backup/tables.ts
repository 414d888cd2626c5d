import pg from 'pg'
import type { Refusal } from '../refusal/index.ts'
import { backupRefusals } from './refusals.ts'

/** A table whose rows are backed up. */
export interface Table {
  /** Quoted, with its schema. */
  readonly name: string
  /** Quoted; generated columns are left out, for they make themselves. */
  readonly columns: readonly string[]
}

export interface Sequence {
  readonly name: string
  readonly last: string
  readonly called: boolean
}

/** Of the job queue's own bookkeeping the code that is restored with makes its own. */
const NOT_DATA = ['graphile_worker.migrations']

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'restoring') and n.nspname !~ '^pg_temp'`

const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name, c.oid::text as oid,
    array(select quote_ident(a.attname) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and ${OURS} and format('%I.%I', n.nspname, c.relname) <> all($1)
  order by 1`

const REFERENCES = `
  select conrelid::text as child, confrelid::text as parent from pg_constraint where contype = 'f' and conrelid <> confrelid`

/** All tables, those that others refer to before those that refer to them. Errors: tables that refer in a ring. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { oid: string }>(TABLES, [NOT_DATA])
  const { rows: references } = await client.query<{ child: string; parent: string }>(REFERENCES)
  const known = new Set(rows.map(row => row.oid))
  const ordered: Table[] = []
  let left = rows
  while (left.length > 0) {
    const waiting = new Set(left.map(row => row.oid))
    const blocked = new Set(
      references.filter(({ parent }) => known.has(parent) && waiting.has(parent)).map(({ child }) => child),
    )
    const free = left.filter(row => !blocked.has(row.oid))
    if (free.length === 0)
      throw new Error(`Tables refer to each other in a ring: ${left.map(row => row.name).join(', ')}.`)
    ordered.push(...free.map(({ name, columns }) => ({ name, columns })))
    left = left.filter(row => blocked.has(row.oid))
  }
  return ordered
}

/** Where every sequence stands. Sequences are outside of snapshots: read them after the rows. */
export async function sequencesOf(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${OURS} order by 1`,
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${name}`,
    )
    sequences.push({ name, ...found[0]! })
  }
  return sequences
}

/** Settings under which rows are written out and read in as the same text everywhere. */
export const SAME_TEXT = `
  set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
  set extra_float_digits = 1; set client_encoding = 'UTF8'`

export function outOf({ name, columns }: Table): string {
  return `copy (select ${columns.join(', ')} from ${name}) to stdout`
}

export function into({ name, columns }: Table): string {
  return `copy ${name} (${columns.join(', ')}) from stdin`
}

/** Refuses a role from which row security would hold rows back: what it copies would not be whole. */
export async function refuseWeakRole(client: pg.ClientBase): Promise<Refusal | undefined> {
  const { rows } = await client.query<{ strong: boolean }>(
    'select rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user',
  )
  return rows[0]!.strong ? undefined : backupRefusals.refuse('backup.role_too_weak')
}

export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  // A break is met by the statement that is under way.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

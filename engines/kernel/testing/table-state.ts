import type { Host } from '../host/index.ts'

/** What every call leaves behind, refused or not: the audit, stored answers, the note of a session's last use. */
const BESIDE = [
  'kernel.event',
  'kernel.event_batch',
  'kernel.event_head',
  'kernel.audit_block',
  'kernel.answer',
  'kernel.cursor',
]

const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name,
    (select array_agg(a.attname::text) from pg_attribute a
     where a.attrelid = c.oid and not a.attisdropped and a.attname in ('party_id', 'account_id')) as owners
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname <> all(array['pg_catalog', 'information_schema', 'migration', 'graphile_worker', 'job'])
    and n.nspname !~ '^pg_' order by 1`

interface Table extends Record<string, unknown> {
  readonly name: string
  readonly owners: string[] | null
}

/** Rows and a checksum over them, by table; and the same for the rows of one party or its people. */
export type TableState = ReadonlyMap<string, string>

/** What all tables hold. */
export async function tableState(host: Host): Promise<TableState> {
  return state(host, table => `select '${table.name}' as name, ${SUM} as sum from ${table.name} t`)
}

/** What belongs to a party and to the people named, as far as tables say whose their rows are. */
export async function stateOf(host: Host, party: string, accounts: readonly string[]): Promise<TableState> {
  const whose = (owners: string[]) =>
    owners
      .map(column =>
        column === 'party_id' ? `party_id = '${party}'` : `account_id in ('${accounts.join("','")}')`,
      )
      .join(' or ')
  return state(host, ({ name, owners }) =>
    owners
      ? `select '${name}' as name, ${SUM} as sum from ${name} t where ${whose(owners)}`
      : `select '${name}' as name, '' as sum`,
  )
}

const SUM = `count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)`

async function state(host: Host, select: (table: Table) => string): Promise<TableState> {
  return host.database.transact({ scope: 'system' }, async tx => {
    const tables = (await tx.query<Table>(TABLES)).filter(table => !BESIDE.includes(table.name))
    const rows = await tx.query<{ name: string; sum: string }>(tables.map(select).join(' union all '))
    return new Map(rows.map(row => [row.name, row.sum]))
  })
}

/** The tables that differ. */
export function differences(before: TableState, after: TableState): string[] {
  return [...after].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name)
}

import type { Database } from '../db/index.ts'

const UNPROTECTED = `
  select format('%I.%I', n.nspname, c.relname) as name,
    c.relrowsecurity and c.relforcerowsecurity as forced,
    pg_has_role(current_user, c.relowner, 'usage') as owned
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname <> all(array['pg_catalog', 'information_schema', 'migration', 'graphile_worker'])
    and n.nspname !~ '^pg_'`

/**
 * Refuses to go on when the serving role could see past row security: it bypasses it, owns a table, or a
 * table does not force it.
 */
export async function requireRowSecurity(database: Database): Promise<void> {
  const faults = await database.transact({ scope: 'own' }, async tx => {
    const [role] = await tx.query<{ strong: boolean }>(
      'select rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user',
    )
    const tables = await tx.query<{ name: string; forced: boolean; owned: boolean }>(UNPROTECTED)
    return [
      ...(role!.strong ? ['the serving role bypasses row security'] : []),
      ...tables.filter(table => !table.forced).map(table => `${table.name} does not force row security`),
      ...tables.filter(table => table.owned).map(table => `the serving role owns ${table.name}`),
    ]
  })
  if (faults.length > 0) throw new Error(`Row security is not whole: ${faults.join('; ')}.`)
}

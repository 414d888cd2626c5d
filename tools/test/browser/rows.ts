import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '@tongqu/kernel/db'
import type { Product } from './product.ts'

const DECLARATIONS = `
  insert into customs.declaration (id, number, party_id, mode, form, direction, day, created_at, state, state_at)
  select gen_random_uuid(), 'D261123' || lpad(n::text, 8, '0'), $1, (array['9610', '9710', '1039', '0110'])[1 + n % 4], 'list',
    'export', '2026-11-23', timestamptz '2026-11-23 00:00Z' + n * interval '0.5 s',
    (array['released', 'sent', 'concluded', 'draft'])[1 + n % 4],
    timestamptz '2026-11-23 00:00Z' + (n * 7919 % $2::int) * interval '0.5 s'
  from generate_series(1, $2::int) n`

/**
 * Puts declarations into a running product by SQL, as many as would take an hour to declare: D26112300000001 and on.
 * @param party whose they are
 */
export async function addDeclarations(product: Product, party: string, count: number): Promise<void> {
  const database = connect({ url: await databaseOf(product) })
  await database.transact({ scope: 'system' }, async tx => {
    await tx.execute(DECLARATIONS, [party, count])
    await tx.execute('analyze customs.declaration')
  })
  await database.close()
}

/** The administrator's address of a product's own PostgreSQL: the fifth line of its lock file is the socket's folder. */
async function databaseOf({ data }: Product): Promise<string> {
  const lines = (await readFile(join(data, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')
  return `postgresql://tongqu@${encodeURIComponent(lines[4]!)}/tongqu`
}

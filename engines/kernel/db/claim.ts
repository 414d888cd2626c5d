import pg from 'pg'

/** A database that another living installation uses. */
export class DatabaseBusy extends Error {
  readonly code = 'database.busy'

  constructor() {
    super('Another Tongqu uses the database that DATABASE_URL names: stop that one first, or use it.')
  }
}

const CLAIM = `select pg_try_advisory_lock(hashtext('tongqu.installation')) as ours`

/**
 * Takes a database for this process, for as long as the connection lasts: an installation has one writer.
 * @param url of a role that may connect
 * @returns what gives it back
 * @throws DatabaseBusy while another process has it
 */
export async function claimDatabase(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: 'tongqu claim', keepAlive: true })
  // A claim is lost with the server that kept it; whoever comes back first may take it again.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ ours: boolean }>(CLAIM)
    if (!rows[0]?.ours) throw new DatabaseBusy()
  } catch (error) {
    await client.end()
    throw error
  }
  return () => client.end()
}

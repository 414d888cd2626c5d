import pg from 'pg'

/**
 * Makes the three roles that the installation works with, if they are missing, and gives them the database.
 * None of them may bypass row security, and the one that serves people owns nothing.
 * @param adminUrl a role that may create roles
 * @param password for the two login roles; absent where the server trusts its own socket
 */
export async function prepareRoles(adminUrl: string, password: string | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const secret = password ? ` password ${pg.escapeLiteral(password)}` : ''
    await client.query(`select pg_advisory_lock(hashtext('tongqu.roles'))`)
    for (const role of ['tongqu_owner nologin', 'tongqu_app login', 'tongqu_jobs login']) {
      const [name, login] = role.split(' ') as [string, string]
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name])
      const attributes = `${login} nosuperuser nocreatedb nocreaterole nobypassrls${login === 'login' ? secret : ''}`
      await client.query(`${rowCount ? 'alter' : 'create'} role ${name} ${attributes}`)
    }
    const { rows } = await client.query<{ name: string; member: boolean }>(
      `select current_database() as name, pg_has_role(current_user, 'tongqu_owner', 'member') as member`,
    )
    if (!rows[0]!.member) await client.query('grant tongqu_owner, tongqu_jobs to current_user')
    const database = pg.escapeIdentifier(rows[0]!.name)
    await client.query(`revoke all on database ${database} from public`)
    await client.query(`grant create, connect on database ${database} to tongqu_owner, tongqu_jobs`)
    await client.query(`grant connect on database ${database} to tongqu_app`)
  } finally {
    await client.end()
  }
}

import type pg from 'pg'

/*
 * A restore that is cut short must not be taken for an installation. While one is under way the database has an
 * empty schema of this name; nothing opens a database that has it.
 */
const SCHEMA = 'restoring'

export async function beginRestoring(client: pg.ClientBase): Promise<void> {
  await client.query(`create schema ${SCHEMA}`)
}

export async function endRestoring(client: pg.ClientBase): Promise<void> {
  await client.query(`drop schema ${SCHEMA}`)
}

/** Throws when a restore into this database was cut short. */
export async function requireRestored(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regnamespace('${SCHEMA}') is not null as found`,
  )
  if (rows[0]!.found)
    throw new Error(
      'A restore into this database was cut short. Remove the data folder (or make a new database) and restore again.',
    )
}

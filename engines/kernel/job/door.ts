import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

/*
 * Jobs lie in graphile-worker's own schema, owned by a role of its own. The application's role cannot touch its tables:
 * it asks through these functions. Whoever looks or changes must see as an office, the audit or the system does; the
 * scope is the transaction's, as row security reads it (ADR 6). What is due is so by the database's clock: that is the
 * one which graphile-worker goes by.
 */
const SEES = `current_setting('tongqu.scope', true) in ('office', 'audit', 'system')`
const CHANGES = `current_setting('tongqu.scope', true) in ('office', 'system')`
const STATE = `case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'failed' else 'waiting' end`

const DOOR = `
  create schema if not exists job;
  create or replace function job.enqueue(name text, payload text, key text, run_at timestamptz, max_attempts int)
  returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
    select graphile_worker.add_job(name, payload := payload::json, job_key := key, run_at := run_at,
      max_attempts := max_attempts) $$;

  create or replace function job.listed(wanted text, named text, below bigint, chosen bigint[], most int)
  returns table (id bigint, name text, key text, state text, attempts int, max_attempts int, run_at timestamptz,
    created_at timestamptz, updated_at timestamptz, locked_at timestamptz, error text, cancelled boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select j.id, j.task_identifier, j.key, ${STATE}, j.attempts, j.max_attempts, j.run_at, j.created_at, j.updated_at,
      j.locked_at, j.last_error, coalesce(j.flags ? 'cancelled', false)
    from graphile_worker.jobs j
    where ${SEES} and (below is null or j.id < below) and (chosen is null or j.id = any(chosen))
      and (named is null or j.task_identifier = named) and (wanted is null or ${STATE} = wanted)
    order by j.id desc limit most $$;

  create or replace function job.counted()
  returns table (waiting bigint, running bigint, failed bigint, due_since timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select count(*) filter (where ${STATE} = 'waiting'), count(*) filter (where ${STATE} = 'running'),
      count(*) filter (where ${STATE} = 'failed'), min(j.run_at) filter (where ${STATE} = 'waiting' and j.run_at <= now())
    from graphile_worker.jobs j where ${SEES} $$;

  create or replace function job.again(ids bigint[])
  returns setof bigint language sql security definer set search_path = pg_catalog, pg_temp as $$
    select id from graphile_worker.reschedule_jobs(
      array(select id from unnest(ids) as id where ${CHANGES}), run_at := now(), attempts := 0) $$;

  create or replace function job.removed(ids bigint[])
  returns setof bigint language sql security definer set search_path = pg_catalog, pg_temp as $$
    select id from graphile_worker.complete_jobs(array(select id from unnest(ids) as id where ${CHANGES})) $$;

  create or replace function job.cancelled(ids bigint[])
  returns setof bigint language sql security definer set search_path = pg_catalog, pg_temp as $$
    update graphile_worker._private_jobs set flags = '{"cancelled": true}', run_at = now(), attempts = 0, updated_at = now()
    where id = any(ids) and locked_at is null and ${CHANGES} returning id $$;

  revoke all on all functions in schema job from public;
  grant usage on schema job to tongqu_app;
  grant execute on all functions in schema job to tongqu_app`

/** Makes the queue's tables and its door. */
export async function prepareQueue(jobsUrl: string): Promise<void> {
  await runMigrations({ connectionString: jobsUrl, logger: silent() })
  const client = new pg.Client({ connectionString: jobsUrl })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('tongqu.queue'))`)
    await client.query(DOOR)
  } finally {
    await client.end()
  }
}

/** What the queue's own tool says is told by our log, where it matters. */
export function silent(): Logger {
  return new Logger(() => () => undefined)
}

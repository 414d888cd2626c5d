import pg from 'pg'
import { newId } from '../../crypto/id.ts'

/** What a plain command sends, without the kernel: the same statements, prepared, with values made beforehand. */
const BEGIN =
  "begin;select set_config('tongqu.scope','own',true)," +
  "set_config('tongqu.party','00000000-0000-7000-8000-0000000000be',true)," +
  "set_config('tongqu.user','00000000-0000-7000-8000-0000000000be',true)"
const NOTE = 'insert into fixture.note (id, party_id, text, at) values ($1, $2, $3, $4)'
const EVENTS = `
  with batch as (
    insert into kernel.event_batch (first_id, last_id)
    select first, first + $9::int - 1 from (select nextval('kernel.event_block') << 16 as first) as block
    returning first_id)
  insert into kernel.event (id, at, run, type, version, party_id, account_id, record, data)
  select first_id + n - 1, at, run, type, version, party_id, account_id, record, data::json
  from batch, unnest($1::timestamptz[], $2::uuid[], $3::text[], $4::smallint[], $5::uuid[], $6::uuid[], $7::text[],
    $8::text[]) with ordinality as told (at, run, type, version, party_id, account_id, record, data, n)`
const TEXT = 'a note of some forty characters, as they are'
const AUDIT =
  `{"call":"fixture.note.write","outcome":"done","input":{"text":"${TEXT}"},` +
  `"digest":"sm3:${'0'.repeat(64)}","roles":["test"],"channel":"http"}`
const PARTY = '00000000-0000-7000-8000-0000000000be'

export interface PlainPg {
  write(): Promise<void>
  close(): Promise<void>
}

/** Plain `pg` doing what a plain command does to the database, with `max` connections. */
export function plainPg(url: string, max: number): PlainPg {
  const pool = new pg.Pool({ connectionString: url, max })
  return {
    close: () => pool.end(),
    async write() {
      const client = await pool.connect()
      const now = new Date()
      const [id, run, at] = [newId(now), newId(now), now.toISOString()]
      await client.query(BEGIN)
      await client.query({ name: 'note', text: NOTE, values: [id, PARTY, TEXT, at] })
      await client.query({
        name: 'events',
        text: EVENTS,
        values: [
          [at, at],
          [run, run],
          ['fixture.note.written', 'kernel.call.ran'],
          [1, 1],
          [PARTY, PARTY],
          [PARTY, PARTY],
          [`fixture.note/${id}`, null],
          [`{"text":"${TEXT}"}`, AUDIT],
          2,
        ],
      })
      await client.query('commit')
      client.release()
    },
  }
}

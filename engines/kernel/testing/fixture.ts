import { fileURLToPath } from 'node:url'
import { Type } from 'typebox'
import { command, groupCommand, query } from '../command/index.ts'
import type { Subscriber } from '../event/index.ts'
import type { Module } from '../module/index.ts'
import { refusals } from '../refusal/index.ts'

/*
 * A domain of one table, for tests and benches of the kernel: notes that parties write. Writing is there
 * twice, as a plain and as a group command, so that both ways can be held against each other.
 */
const say = { zh: '测试用', en: 'for tests' }

export const noteRefusals = refusals({
  'note.too_rude': {
    status: 422,
    text: { zh: '不当', en: 'Too rude' },
    remedy: { zh: '改写', en: 'Rephrase' },
  },
})

const Input = Type.Object({ text: Type.String({ maxLength: 200 }) }, { additionalProperties: false })
const Output = Type.Object({ id: Type.String() })

const INSERT = 'insert into fixture.note (id, party_id, text, at) values ($1, $2, $3, $4)'

export const writeNote = command({
  name: 'fixture.note.write',
  summary: say,
  permission: 'fixture.note.write',
  input: Input,
  output: Output,
  refusals: ['note.too_rude'],
  example: { input: { text: 'hello' } },
  async handle(work, input) {
    const id = work.newId()
    await work.execute(INSERT, [id, work.actor.party, input.text, work.now])
    work.emit({ type: 'fixture.note.written', record: `fixture.note/${id}`, data: { text: input.text } })
    if (input.text === 'rude') return noteRefusals.refuse('note.too_rude')
    if (input.text === 'broken') throw new Error('a bug')
    return { id }
  },
})

interface NoteRow {
  readonly id: string
  readonly party: string
  readonly text: string
  readonly at: Date
}

export const writeNoteGrouped = groupCommand({
  name: 'fixture.note.writeGrouped',
  summary: say,
  permission: 'fixture.note.write',
  input: Input,
  output: Output,
  refusals: ['note.too_rude'],
  example: { input: { text: 'hello' } },
  shard: () => 'all',
  group: {
    load: async () => undefined,
    decide(_state, { input, actor, now, run }) {
      if (input.text === 'rude') return noteRefusals.refuse('note.too_rude')
      if (input.text === 'broken') throw new Error('a bug')
      const row: NoteRow = { id: run, party: actor.party!, text: input.text, at: now }
      const event = {
        type: 'fixture.note.written',
        record: `fixture.note/${run}`,
        data: { text: input.text },
      }
      return { rows: [row], events: [event], output: { id: run } }
    },
    async write(tx, rows) {
      const notes = rows as readonly NoteRow[]
      await tx.execute(
        `insert into fixture.note (id, party_id, text, at)
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[])`,
        [
          notes.map(n => n.id),
          notes.map(n => n.party),
          notes.map(n => n.text),
          notes.map(n => n.at.toISOString()),
        ],
      )
    },
  },
})

export const listNotes = query({
  name: 'fixture.note.list',
  summary: say,
  permission: 'fixture.note.read',
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
  example: { input: {} },
  handle: work =>
    work.query<{ id: string; text: string }>('select id, text from fixture.note order by at desc limit 10'),
})

/** Keeps one row an event: a second delivery would break its primary key. */
export const tally: Subscriber = {
  name: 'fixture.tally',
  types: ['fixture.note.written'],
  async handle(work, event) {
    const { text } = event.data as { text: string }
    if (text === 'indigestible') throw new Error('cannot be told')
    await work.execute('insert into fixture.tally values ($1, $2, $3)', ['tally', event.position, text])
  },
}

export const fixtureMigrations = fileURLToPath(new URL('migrations', import.meta.url))

export const fixtureModule: Module = {
  name: 'fixture',
  migrations: fixtureMigrations,
  refusals: [noteRefusals],
  calls: [writeNote, writeNoteGrouped, listNotes],
  subscribers: [tally],
}

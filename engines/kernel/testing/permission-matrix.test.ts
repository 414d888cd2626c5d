import { testDatabase } from '@tongqu/tools/test/database'
import { Type } from 'typebox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { command, type Definition, query } from '../command/index.ts'
import { RoleBook } from '../identity/index.ts'
import { fixtureModule } from './fixture.ts'
import { testHost } from './host.ts'
import { checkPermissions } from './permission-matrix.ts'

const name = { zh: '测试用', en: 'for tests' }
const roles = new RoleBook([
  { id: 'writer', name, scope: 'own', permissions: ['fixture.note.*', 'leak.note.*'] },
  { id: 'guest', name, scope: 'own', permissions: [] },
])
const given = [{ call: 'fixture.note.write', input: { text: 'ours' } }]
const itsId = ([note]: readonly { id: string }[]) => ({ id: note!.id })
const Id = Type.Object({ id: Type.String() })
const any = Type.Unknown()

/** The faults that the check finds in a call that was made wrongly. */
async function faultsOf(call: Definition): Promise<readonly string[]> {
  const database = await testDatabase()
  const leak = { name: 'leak', calls: [call] }
  const host = await testHost({ url: database.url, modules: () => [fixtureModule, leak], roles })
  onTestFinished(() => host.stop())
  return (await checkPermissions(host, { calls: [call.name] })).faults
}

describe('the permission test finds', () => {
  it('a query that shows what another party wrote', async () => {
    const call = query({
      name: 'leak.note.all',
      summary: name,
      permission: 'leak.note.read',
      unsafeScope: 'system',
      input: Type.Object({}),
      output: any,
      example: { given, input: {} },
      handle: work => work.query('select id from fixture.note'),
    })
    expect(await faultsOf(call)).toEqual([expect.stringContaining('the other tenant was shown')])
  })

  it("a command that writes to another party's record", async () => {
    const call = command({
      name: 'leak.note.tally',
      summary: name,
      permission: 'leak.note.write',
      unsafeScope: 'system',
      input: Id,
      output: any,
      example: { given, input: itsId },
      async handle(work, { id }) {
        await work.execute('insert into fixture.tally values ($1, 1, $2) on conflict do nothing', [
          'leak',
          id,
        ])
        return {}
      },
    })
    expect(await faultsOf(call)).toEqual([
      expect.stringContaining('the other tenant reached into what is ours'),
    ])
  })

  it('no intrusion where what is named is offered to everyone', async () => {
    const call = command({
      name: 'leak.note.order',
      summary: name,
      permission: 'leak.note.write',
      unsafeScope: 'system',
      input: Id,
      output: any,
      example: { given, input: itsId, isOffered: true },
      async handle(work, { id }) {
        await work.execute('insert into fixture.tally values ($1, 1, $2) on conflict do nothing', [
          'order',
          id,
        ])
        return {}
      },
    })
    expect(await faultsOf(call)).toEqual([])
  })

  it('a call that is open to everybody signed in where others are answered wrongly', async () => {
    const call = query({
      name: 'leak.note.one',
      summary: name,
      permission: 'leak.note.read',
      input: Id,
      output: any,
      example: { given, input: itsId },
      async handle(work, { id }) {
        const [note] = await work.query('select id from fixture.note where id = $1', [id])
        if (!note) throw new Error('there is no such note')
        return note
      },
    })
    expect(await faultsOf(call)).toEqual([
      expect.stringContaining('the other tenant was answered call.failed'),
    ])
  })

  it('an example that does not work', async () => {
    const call = command({
      name: 'leak.note.wrong',
      summary: name,
      permission: 'leak.note.write',
      input: Id,
      output: any,
      example: { input: { id: 'not a UUID' } },
      async handle(work, { id }) {
        await work.query('select $1::uuid', [id])
        return {}
      },
    })
    expect(await faultsOf(call)).toContainEqual(expect.stringContaining('its owner (writer) was refused'))
  })

  it('nothing in a call that is made well', async () => {
    const call = query({
      name: 'leak.note.own',
      summary: name,
      permission: 'leak.note.read',
      input: Type.Object({}),
      output: any,
      example: { given, input: {} },
      handle: work => work.query('select id from fixture.note'),
    })
    expect(await faultsOf(call)).toEqual([])
  })
})

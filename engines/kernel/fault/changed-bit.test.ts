import { testDatabase } from '@tongqu/tools/test/database'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Verification, verifyAudit } from '../audit/index.ts'
import type { Host } from '../host/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { answerOf, someone, testHost } from '../testing/host.ts'

const alice = someone('00000000-0000-7000-8000-00000000000a', ['fixture.note.write'])
const BLOCKS = 3
const database = await testDatabase()
const administrator = new pg.Client({ connectionString: database.url })
let host: Host

beforeAll(async () => {
  await administrator.connect()
  host = await testHost({ url: database.url, modules: () => [fixtureModule] })
  for (let block = 1; block <= BLOCKS; block++) {
    for (const n of [1, 2, 3])
      await answerOf(host.call('fixture.note.write', { text: `note ${n} of ${block}` }, alice))
    await host.settle()
    await host.seal()
  }
})
afterAll(async () => {
  await host.stop()
  await administrator.end()
})

function verified(): Promise<Verification> {
  return verifyAudit(host.database, host.signer.publicKeyPem, host.config.anchorFile)
}

/** What the audit says while one value is changed from behind, past every door, and is put back after. */
async function faultsWhile(table: string, column: string, changed: string, where: string): Promise<string[]> {
  await administrator.query(`create temp table kept as select ctid as place, * from ${table} where ${where}`)
  const { rowCount } = await administrator.query(`update ${table} set ${column} = ${changed} where ${where}`)
  expect(rowCount).toBe(1)
  const { faults } = await verified()
  await administrator.query(`update ${table} set ${column} = (select ${column} from kept) where ${where}`)
  await administrator.query('drop table kept')
  return faults.map(({ code, block }) => `${code} ${block}`)
}

it('finds every block whole and anchored before anything is changed', async () => {
  expect(await verified()).toMatchObject({ blocks: BLOCKS, anchored: BLOCKS, unsealed: 0, faults: [] })
})

it.each([1, 2, 3])('names block %i when one bit of the data of an event in it was changed', async block => {
  // 'n' and 'o' differ in their last bit.
  const position = `(select from_position + 2 from kernel.audit_block where number = ${block})`
  const faults = await faultsWhile(
    'kernel.event',
    'data',
    `overlay(data::text placing 'o' from position('note' in data::text) for 1)::json`,
    `id = (select e.id from kernel.logged_event e where e.position = ${position})`,
  )
  expect(faults).toEqual([`audit.event_changed ${block}`])
})

it('names the block whose signature was changed by one bit', async () => {
  const flipped = `left(signature, -1) || case right(signature, 1) when '0' then '1' else '0' end`
  const faults = await faultsWhile('kernel.audit_block', 'signature', flipped, 'number = 2')
  expect(faults).toEqual(['audit.signature_wrong 2'])
})

it('names the block whose root was changed, and the one that stood upon it', async () => {
  const flipped = `overlay(root placing case left(root, 1) when '0' then '1' else '0' end from 1 for 1)`
  const faults = await faultsWhile('kernel.audit_block', 'root', flipped, 'number = 2')
  expect(faults).toContain('audit.not_anchored 2')
  expect(faults).toContain('audit.chain_broken 3')
})

it('is whole again once everything is put back', async () => {
  expect((await verified()).faults).toEqual([])
})

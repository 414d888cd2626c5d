import { readFile, writeFile } from 'node:fs/promises'
import { testDatabase } from '@tongqu/tools/test/database'
import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sm3 } from '../crypto/index.ts'
import type { Host } from '../host/index.ts'
import { RoleBook, systemActor } from '../identity/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { answerOf, codeOf, someone, testHost } from '../testing/host.ts'
import { blockText, SEALED_COLUMNS, type SealedEvent, sealingTime } from './block.ts'

const A = '00000000-0000-7000-8000-00000000000a'
const B = '00000000-0000-7000-8000-00000000000b'
const alice = someone(A, ['fixture.note.write'])
const bob = someone(B, ['fixture.note.write'])
const system = systemActor('cli', 'en')

interface Walk {
  whole: boolean
  blocks: number
  events: number
  unsealed: number
  anchored: number
  faults: { code: string; block: number; positions?: number[] }[]
}

/** An installation with three sealed blocks of four events each, and its database as the owner of the tables. */
async function sealed(): Promise<{ host: Host; change: pg.Client['query'] }> {
  const database = await testDatabase()
  const host = await testHost({ url: database.url, modules: () => [fixtureModule], roles: new RoleBook([]) })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await host.stop().catch(() => undefined)
  })
  for (let block = 0; block < 3; block++) {
    for (const text of ['one', 'two'])
      await host.call('fixture.note.write', { text: `${text} ${block}` }, alice)
    await host.settle()
    await host.seal()
  }
  return { host, change: client.query.bind(client) as pg.Client['query'] }
}

/** SQL: the event that stands at a position. */
function at(position: number): string {
  return `id = (select e.id from kernel.logged_event e where e.position = ${position})`
}

async function walk(host: Host): Promise<Walk> {
  return answerOf<Walk>(host.call('kernel.audit.verify', {}, system))
}
async function faults(host: Host): Promise<string[]> {
  return (await walk(host)).faults.map(({ code, block }) => `${code} ${block}`)
}

describe('the audit', () => {
  it('is whole after honest work, every block anchored', async () => {
    const { host } = await sealed()
    expect(await walk(host)).toEqual({
      whole: true,
      blocks: 3,
      events: 12,
      unsealed: 0,
      anchored: 3,
      keyId: host.signer.keyId,
      faults: [],
    })
    await host.call('fixture.note.write', { text: 'after' }, alice)
    await host.settle()
    expect(await walk(host)).toMatchObject({ whole: true, unsealed: 2 })
  })

  it('shows one changed character of an event', async () => {
    const { host, change } = await sealed()
    await change(`update kernel.event set data = replace(data::text, 'two 1', 'two 2')::json
      where type = 'fixture.note.written' and data->>'text' = 'two 1'`)
    expect(await faults(host)).toEqual(['audit.event_changed 2'])
  })

  it.each([
    ["at = at + interval '1 microsecond'"],
    [`account_id = '${B}'`],
    [`party_id = '${B}'`],
    ['version = version + 1'],
    ["record = 'fixture.note/another'"],
    ["type = 'fixture.note.read'"],
  ])('shows an event rewritten by %s', async assignment => {
    const { host, change } = await sealed()
    await change(`update kernel.event set ${assignment} where ${at(5)}`)
    expect(await faults(host)).toEqual(['audit.event_changed 2'])
  })

  it('shows an event that was taken out, and which', async () => {
    const { host, change } = await sealed()
    await change(`delete from kernel.event where ${at(7)}`)
    const found = await walk(host)
    expect(found.faults.map(fault => fault.code)).toEqual(['audit.event_missing', 'audit.event_changed'])
    expect(found.faults[0]).toMatchObject({ block: 2, positions: [7] })
  })

  it('shows an event taken out before it was sealed', async () => {
    const { host, change } = await sealed()
    await host.call('fixture.note.write', { text: 'not sealed' }, alice)
    await host.settle()
    await change(`delete from kernel.event where ${at(14)}`)
    expect(await faults(host)).toEqual(['audit.event_missing 4'])
  })

  it('shows events whose positions were exchanged or moved', async () => {
    const { host, change } = await sealed()
    const [{ id }] = (await change(`select id from kernel.event where ${at(5)}`)).rows
    await change('update kernel.event set id = -1 where id = $1', [id])
    await change('update kernel.event set id = $1::bigint where id = $1::bigint + 1', [id])
    await change('update kernel.event set id = $1::bigint + 1 where id = -1', [id])
    expect(await faults(host)).toEqual(['audit.event_changed 2'])
  })

  it('shows events whose block was placed elsewhere', async () => {
    const { host, change } = await sealed()
    await change('update kernel.event_batch set position = 1000 where position = 5')
    await change('update kernel.event_batch set position = 5 where position = 7')
    await change('update kernel.event_batch set position = 7 where position = 1000')
    expect(await faults(host)).toEqual(['audit.event_changed 2'])
    await change('delete from kernel.event_batch where position = 9')
    expect(await faults(host)).toEqual([
      'audit.event_changed 2',
      'audit.event_missing 3',
      'audit.event_changed 3',
    ])
  })

  it('shows blocks that were given other numbers', async () => {
    const { host, change } = await sealed()
    await change('update kernel.audit_block set number = 7 where number = 3')
    expect(await faults(host)).toEqual([
      'audit.block_missing 7',
      'audit.event_changed 7',
      'audit.block_missing 3',
    ])
  })

  it('shows a block that was taken out with its events, at the end as well', async () => {
    const { host, change } = await sealed()
    await change('delete from kernel.audit_block where number = 3')
    await change(
      'delete from kernel.event where id in (select id from kernel.logged_event where position > 8)',
    )
    await change('delete from kernel.event_batch where position > 8')
    await change('update kernel.event_head set position = 8')
    expect(await faults(host)).toEqual(['audit.block_missing 3'])
  })

  it.each([
    ["sealed_at = sealed_at + interval '1 microsecond'", ['audit.event_changed 2']],
    ["key_id = 'another'", ['audit.event_changed 2']],
    [
      "root = translate(root, '0123456789abcdef', '123456789abcdef0')",
      ['audit.event_changed 2', 'audit.not_anchored 2', 'audit.chain_broken 3'],
    ],
    ['to_position = to_position + 1', ['audit.event_changed 2', 'audit.position_gap 3']],
  ])('shows a block rewritten by %s', async (assignment, expected) => {
    const { host, change } = await sealed()
    await change(`update kernel.audit_block set ${assignment} where number = 2`)
    expect(await faults(host)).toEqual(expected)
  })

  it('shows a signature of another key', async () => {
    const { host, change } = await sealed()
    await change(
      'update kernel.audit_block set signature = (select signature from kernel.audit_block where number = 1) where number = 2',
    )
    expect(await faults(host)).toEqual(['audit.signature_wrong 2'])
    await change(`update kernel.audit_block set signature = 'no signature at all' where number = 2`)
    expect(await faults(host)).toEqual(['audit.signature_wrong 2'])
  })

  it('shows history that the holder of the key rewrote and signed anew, by the anchors alone', async () => {
    const { host, change } = await sealed()
    await change(`update kernel.event set data = '{"text":"never happened"}' where ${at(5)}`)
    await reseal(host, change, 2)
    expect(await faults(host)).toEqual(['audit.not_anchored 2', 'audit.not_anchored 3'])
    const anchors = await readFile(host.config.anchorFile, 'utf8')
    await writeFile(host.config.anchorFile, '')
    expect(await walk(host)).toMatchObject({ whole: true, anchored: 0 })
    await writeFile(host.config.anchorFile, anchors)
  })
})

/** What somebody with the database and the key, but without the anchors, can do. */
async function reseal(host: Host, change: pg.Client['query'], first: number): Promise<void> {
  let previousRoot = (await change('select root from kernel.audit_block where number = $1', [first - 1]))
    .rows[0].root
  for (let number = first; number <= 3; number++) {
    const [from, to] = [4 * number - 3, 4 * number]
    const { rows } = await change(
      `select ${SEALED_COLUMNS} from kernel.logged_event e where e.position between ${from} and ${to} order by e.position`,
    )
    const sealedAt = sealingTime(host.clock.now())
    const block = { number, from, to, previousRoot, sealedAt, keyId: host.signer.keyId }
    const text = blockText(block, rows as SealedEvent[])
    await change(
      `update kernel.audit_block set previous_root = $2, root = $3, signature = $4, sealed_at = $5
       where number = $1`,
      [number, previousRoot, sm3(text), host.signer.sign(text), sealedAt],
    )
    previousRoot = sm3(text)
  }
}

describe('looking records up', () => {
  it('finds by record, party, call, outcome, time and run, page after page', async () => {
    const { host } = await sealed()
    await host.call('fixture.note.write', { text: 'rude' }, bob)
    await host.settle()
    const find = async (input: object) =>
      (await answerOf<Found>(host.call('kernel.audit.search', input, system))).records
    const [refused] = await find({ outcome: 'refused' })
    expect(refused).toMatchObject({ party: B, data: { call: 'fixture.note.write', code: 'note.too_rude' } })
    expect(refused).not.toHaveProperty('block')
    expect(await find({ party: B })).toEqual([refused])
    expect(await find({ run: refused!.run })).toEqual([refused])
    const [written] = await find({ type: 'fixture.note.written' })
    expect(await find({ record: written!.record })).toEqual([written])
    expect(written).toMatchObject({ block: 3, account: A })
    expect(await find({ run: written!.run })).toHaveLength(2)
    expect(await find({ to: '2020-01-01T00:00:00Z' })).toEqual([])
    expect(await find({ call: 'fixture.note.write', outcome: 'done' })).toHaveLength(6)
    expect((await find({ sealed: true }))[0]!.position).toBe(12)
    const page = await find({ limit: 5 })
    const next = await find({ limit: 5, after: String(page.at(-1)!.position) })
    expect([...page, ...next].map(each => each.position)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4])
  })

  it('shows a party only what is its own, and everything to the audit', async () => {
    const { host } = await sealed()
    await host.call('fixture.note.write', { text: 'of bob' }, bob)
    await host.settle()
    const own = someone(B, ['kernel.audit.read'])
    const seen = (await answerOf<Found>(host.call('kernel.audit.search', {}, own))).records
    expect(new Set(seen.map(each => each.party))).toEqual(new Set([B]))
    const auditor = { ...own, grants: new Map([['kernel.audit.read', 'audit' as const]]) }
    const all = (await answerOf<Found>(host.call('kernel.audit.search', {}, auditor))).records
    expect(new Set(all.map(each => each.party))).toEqual(new Set([A, B]))
    expect(await codeOf(host.call('kernel.audit.search', {}, alice))).toBe('call.not_allowed')
  })
})

interface Found {
  records: { position: number; run: string; party?: string; record?: string; type: string }[]
}

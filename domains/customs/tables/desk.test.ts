import type { Host } from '@tongqu/kernel/host'
import { type Actor, systemActor } from '@tongqu/kernel/identity'
import { someone } from '@tongqu/kernel/testing'
import { readSheets } from '@tongqu/sheet'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customsHost, importFile, must, ownPacks, upload } from '../testing.ts'
import type { EntryEdited, RowChanges, RowList, RowVersions, TableImport, TableInfo } from './contract.ts'
import { cellsOf } from './entry-cells.ts'
import { tableKinds } from './kinds.ts'
import { tablesOfPacks } from './of-packs.ts'
import type { NumberedRow } from './rows.ts'
import { sheetRows } from './sheet.ts'

const official: Actor = {
  ...someone('00000000-0000-7000-8000-00000000000c', []),
  grants: new Map([
    ['customs.table.*', 'office'],
    ['kernel.file.*', 'office'],
  ]),
}
const merchant = someone('00000000-0000-7000-8000-00000000000a', ['customs.plan.*'])
const database = await testDatabase()
let host: Host

const ask = <T>(name: string, input: unknown, by = official) => must<T>(host, name, input, by)
const rows = (input: object) =>
  ask<Static<typeof RowList>>('customs.table.rows', { table: 'package_types', ...input })
const row = (key: string, table = 'package_types') =>
  ask<Static<typeof RowVersions>>('customs.table.row', { table, key })

async function bring(table: string, day: string, ...lines: string[]) {
  const outcome = await importFile(
    host,
    official,
    { table, edition: day.slice(0, 4), year: Number(day.slice(0, 4)), source: 'a test', from: day },
    lines.join('\n'),
  )
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusal))
}

beforeAll(async () => {
  host = await customsHost(database.url)
  const header = 'code,zh,en'
  await bring('package_types', '2026-01-01', header, '00,散装,bulk', '22,纸箱,carton', '39,木托盘,pallet')
  await bring('package_types', '2027-01-01', header, '00,散装,in bulk', '22,纸箱,carton', '04,球状罐,flask')
})
afterAll(() => host.stop())

it('every table of the packs says of its columns what a file of them would hold', async () => {
  for (const { kind, edition, read } of await tablesOfPacks(await ownPacks())) {
    for (const { data, from, to } of read.rows.slice(0, 20)) {
      const { source = '', extra } = data as { source?: string; extra?: Record<string, string> }
      const days = extra ? { from: extra.from, to: extra.to, source: extra.source } : { from, to, source }
      const cells = Object.entries({ ...cellsOf(data, kind.columns), ...days }).filter(([, text]) => text)
      const again = await kind.read([cells.map(([name]) => name), cells.map(([, text]) => text!)], edition)
      expect(
        again.rows.map(each => each.data),
        `${kind.name} ${JSON.stringify(cells)}`,
      ).toEqual([data])
    }
  }
  expect([...tableKinds.values()].every(kind => kind.columns.some(column => column.isKey))).toBe(true)
})

describe('the rows of a table', () => {
  it('are those of a day', async () => {
    const of = async (date: string) => (await rows({ date })).rows.map(each => each.key)
    expect([await of('2025-12-31'), await of('2026-06-01'), await of('2027-06-01')]).toEqual([
      [],
      ['00', '22', '39'],
      ['00', '04', '22'],
    ])
  })

  it.each([
    ['the code', '39'],
    ['Chinese', '木托'],
    ['English', 'PALL'],
    ['pinyin', 'mutuopan'],
    ['first letters of the pinyin', 'mtp'],
  ])('are found by %s', async (_, search) => {
    const found = await rows({ date: '2026-06-01', search })
    expect([found.total, found.rows.map(each => each.cells.zh)]).toEqual([1, ['木托盘']])
  })

  it('stand in the order of their codes, or of their names as they are read aloud, page by page', async () => {
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await rows({ date: '2027-06-01', order: 'name', limit: 1, ...(after && { after }) })
      seen.push(page.rows[0]!.cells.zh!)
      after = page.next
      if (!after) break
    }
    expect(seen).toEqual(['球状罐', '散装', '纸箱'])
  })

  it('are those that were believed after an earlier batch', async () => {
    const { batches } = await ask<Static<typeof TableInfo>>('customs.table.get', { table: 'package_types' })
    const first = batches.findLast(each => each.from === '2026-01-01')!
    const then = await rows({ date: '2027-06-01', known: first.batch })
    expect(then.rows.map(each => each.key)).toEqual(['00', '22', '39'])
  })

  it('differ between two days by what was added, changed and ended', async () => {
    const compared = { table: 'package_types', date: '2026-06-01', toDate: '2027-06-01' }
    const { counts, changes } = await ask<Static<typeof RowChanges>>('customs.table.compare', compared)
    expect(counts).toEqual({ added: 1, changed: 1, ended: 1 })
    expect(changes.map(({ kind, key, after }) => [kind, key, after?.cells.en])).toEqual([
      ['changed', '00', 'in bulk'],
      ['added', '04', 'flask'],
      ['ended', '39', undefined],
    ])
    const only = await ask<Static<typeof RowChanges>>('customs.table.compare', { ...compared, kind: 'ended' })
    expect(only.changes.map(each => each.key)).toEqual(['39'])
  })
})

describe('one entry', () => {
  const edit = (input: object, by = official) =>
    host.call(
      'customs.table.edit',
      { table: 'package_types', source: 'notice 7', reason: 'a misprint', ...input },
      by,
    )

  it('is corrected for its days, keeps its history, and says who did it and why', async () => {
    const { version } = await row('22')
    const cells = { code: '22', zh: '纸制箱', en: 'carton' }
    const done = await edit({ key: '22', version, cells, from: '2027-03-01' })
    expect(done).toMatchObject({ kind: 'done', output: { key: '22' } })
    const { versions } = await row('22')
    expect(versions.map(({ from, to, cells, until }) => [from, to, cells.zh, until !== undefined])).toEqual([
      ['2027-03-01', null, '纸制箱', false],
      ['2026-01-01', '2027-02-28', '纸箱', false],
      ['2026-01-01', null, '纸箱', true],
    ])
    expect(versions[0]!.since).toMatchObject({ reason: 'a misprint', source: 'notice 7', edition: '2027' })
    expect((await rows({ date: '2027-06-01', search: 'zzx' })).total).toBe(1)
  })

  it('that somebody else has changed meanwhile is refused, and stays as it is', async () => {
    const { version } = await row('00')
    const first = { key: '00', version, cells: { code: '00', zh: '散货', en: 'bulk' }, from: '2027-02-01' }
    expect((await edit(first)).kind).toBe('done')
    const second = { ...first, cells: { ...first.cells, zh: '裸装' } }
    expect(await edit(second)).toMatchObject({ refusal: { code: 'table.entry_changed', place: '/version' } })
    expect((await row('00')).versions[0]!.cells.zh).toBe('散货')
  })

  it('is corrected by one of two who save at the same moment', async () => {
    const { version } = await row('04')
    const save = (zh: string) =>
      edit({ key: '04', version, cells: { code: '04', zh, en: 'flask' }, from: '2027-05-01' })
    const outcomes = await Promise.all([save('罐甲'), save('罐乙')])
    expect(outcomes.map(each => each.kind).sort()).toEqual(['done', 'refused'])
  })

  it('is read by the rules of a file, and what is refused names its field', async () => {
    const refused = async (input: object, table = 'refund-rates') => {
      const outcome = await edit({ table, from: '2030-01-01', ...input })
      return outcome.kind === 'refused' ? [outcome.refusal.code, outcome.refusal.place] : outcome.kind
    }
    const cells = { code: '9503', rate: '13', strength: 'official' }
    expect(await refused({ cells })).toEqual(['table.entry_refused', '/cells/rate'])
    expect(await refused({ cells: { ...cells, rate: '' } })).toEqual(['table.entry_refused', '/cells/rate'])
    expect(await refused({ cells: { ...cells, rate: '0.13', strength: '' } })).toEqual([
      'table.entry_refused',
      '/cells/strength',
    ])
    expect(await refused({ cells: { ...cells, rate: '0.13' }, to: '2029-01-01' })).toEqual([
      'table.period_reversed',
      '/to',
    ])
    expect(await refused({ cells: { code: '22', zh: '又一', en: '' } }, 'package_types')).toEqual([
      'table.entry_exists',
      '/cells/code',
    ])
  })

  it('ends on a day when nothing is said of it from then on', async () => {
    const { version } = await row('22')
    expect((await edit({ key: '22', version, from: '2028-01-01' })).kind).toBe('done')
    expect((await rows({ date: '2028-06-01', search: '22' })).total).toBe(0)
    expect((await rows({ date: '2027-12-31', search: '22' })).total).toBe(1)
  })

  it('that was corrected is not undone when the house starts again with its own tables', async () => {
    const key = 'USD customs'
    const [standing] = (await row(key, 'exchange-rates')).versions
    const { version } = await row(key, 'exchange-rates')
    const cells = { ...standing!.cells, rate: '7.7777' }
    const { from, to } = standing!
    const done = await edit({ table: 'exchange-rates', key, version, cells, from, ...(to && { to }) })
    expect(done.kind).toBe('done')
    await must(host, 'customs.table.install', {}, systemActor('start'))
    const again = (await row(key, 'exchange-rates')).versions.find(each => each.from === from && !each.until)
    expect(again!.cells.rate).toBe('7.7777')
  })

  it('is changed by nobody without the permission', async () => {
    expect(await edit({ key: '22', cells: {}, from: '2030-01-01' }, merchant)).toMatchObject({
      kind: 'refused',
    })
  })

  it('of the tariff holds on its days within an edition, and the edition keeps its name', async () => {
    const header = 'code,name,mfn_rate,export_rate,consumption_rate,vat_rate,unit1'
    await bring('tariff', '2029-01-01', header, '0101210010,改良种用马,0,0,0,0.09,001')
    const { version } = await row('0101210010', 'tariff')
    const { cells } = (await row('0101210010', 'tariff')).versions[0]!
    const days = { from: '2029-07-01', to: '2029-09-30' }
    const corrected = { ...cells, mfn_rate: '0.1' }
    const done = await edit({ table: 'tariff', key: '0101210010', version, cells: corrected, ...days })
    expect(done).toMatchObject({ kind: 'done' satisfies string })
    expect((done as { output: Static<typeof EntryEdited> }).output.version).not.toBe(version)
    const { loadedTables } = await import('./loaded.ts')
    const tables = await host.database.transact({ scope: 'system' }, tx =>
      loadedTables(() => tablesOfPacks([])).current(tx),
    )
    const rate = (day: string) => tables.tablesAt(day).on(day).goods('0101210010').mfn?.text
    expect(['2029-06-30', '2029-07-01', '2029-09-30', '2029-10-01'].map(rate)).toEqual([
      '0',
      '0.1',
      '0.1',
      '0',
    ])
    expect(tables.tablesAt('2029-08-01').edition).toEqual({ id: '2029', year: 2029, source: 'a test' })
  })
})

describe('an import that is looked at first', () => {
  type Import = Static<typeof TableImport>
  const header = 'code,zh,en'
  const begin = async (content: string, more: object = {}) => {
    const file = await upload(host, official, 'package_types.csv', Buffer.from(content))
    return ask<Import>('customs.import.begin', { file, table: 'codes', from: '2028-01-01', ...more })
  }
  const get = (id: string) => ask<Import>('customs.import.get', { id })
  const checked = async (content: string) => {
    const { id } = await begin(content)
    await host.settle()
    return get(id)
  }
  const publish = (id: string) =>
    host.call('customs.import.publish', { id, edition: '2028', year: 2028, source: 'notice 9' }, official)

  it('says what it would change and which rows it refuses, and changes nothing', async () => {
    const before = (await rows({ date: '2028-06-01' })).rows
    const { state, preview } = await checked(`${header}\n00,散货,bulk\n99,其他,other\nXX,坏,bad\n98,,`)
    expect(state).toBe('checked')
    expect(preview).toMatchObject({ rows: 2, refusedRows: 2, added: 1, changed: 0, ended: 1, unchanged: 1 })
    expect(preview!.refused.map(each => each.place)).toEqual(['4 code', '5 zh'])
    expect(preview!.samples.map(({ kind, key }) => [kind, key])).toEqual([
      ['ended', '04'],
      ['added', '99'],
    ])
    expect((await rows({ date: '2028-06-01' })).rows).toEqual(before)
  })

  it('hands back the refused rows with the reasons, as a workbook', async () => {
    const { id } = await checked(`${header}\n00,散装,bulk\nXX,坏,bad\n98,,`)
    const book = await ask<{ content: AsyncIterable<Uint8Array> }>('customs.import.refused', { id })
    const bytes: Uint8Array[] = []
    for await (const piece of book.content) bytes.push(piece)
    const cells: NumberedRow[] = []
    const events = readSheets(Buffer.concat(bytes), { format: 'xlsx' })
    for await (const each of sheetRows(events, () => undefined)) cells.push(each)
    expect(cells.map(each => [each.cells[0], each.cells[2]])).toEqual([
      ['Row', 'code'],
      ['3', 'XX'],
      ['4', '98'],
    ])
    expect(cells[1]!.cells[1]).toContain('the code is malformed')
  })

  it('is published once, however often that is asked', async () => {
    const { id } = await checked(`${header}\n00,散货,bulk\n97,袋,bag`)
    expect((await publish(id)).kind).toBe('done')
    expect((await publish(id)).kind).toBe('done')
    await host.settle()
    expect((await publish(id)).kind).toBe('done')
    await host.settle()
    expect(await get(id)).toMatchObject({ state: 'published', percent: 100 })
    expect((await rows({ date: '2028-06-01' })).rows.map(each => each.key)).toEqual(['00', '97'])
    const { batches } = await ask<Static<typeof TableInfo>>('customs.table.get', { table: 'package_types' })
    expect(batches.filter(each => each.source === 'notice 9')).toHaveLength(1)
  })

  it('is checked again where somebody published meanwhile', async () => {
    const first = await checked(`${header}\n00,散货,bulk\n96,桶,drum`)
    const second = await checked(`${header}\n00,散货,bulk\n95,篓,basket`)
    await publish(first.id)
    await host.settle()
    await publish(second.id)
    await host.settle()
    expect(await get(second.id)).toMatchObject({
      state: 'checked',
      isAgain: true,
      preview: { added: 1, ended: 1 },
    })
    expect((await rows({ date: '2028-06-01' })).rows.map(each => each.key)).toEqual(['00', '96'])
  })

  it('that was stopped is not published, and changes nothing', async () => {
    const { id } = await checked(`${header}\n00,散货,bulk\n94,捆,bundle`)
    await ask('customs.import.cancel', { id })
    expect(await get(id)).toMatchObject({ state: 'cancelled' })
    expect(await publish(id)).toMatchObject({ refusal: { code: 'table.import_not_ready' } })
    const other = await checked(`${header}\n00,散货,bulk\n93,卷,roll`)
    await publish(other.id)
    await ask('customs.import.cancel', { id: other.id })
    await host.settle()
    expect(await get(other.id)).toMatchObject({ state: 'cancelled' })
    expect((await rows({ date: '2028-06-01', search: '93' })).total).toBe(0)
  })

  it('of a file of which nothing can be read is refused with the reason', async () => {
    expect(await checked('what,is,this\n1,2,3')).toMatchObject({
      state: 'refused',
      failure: { code: 'table.nothing_read' },
    })
  })

  it('of a large file is checked and published by jobs, or stopped while they work', async () => {
    const line = (n: number) => `${1000 + n},0.13,2030-01-01,,an example of a long source,official`
    const content = ['code,rate,from,to,source,strength', ...Array.from({ length: 2000 }, (_, n) => line(n))]
    const large = () => begin(content.join('\n'), { table: 'refund-rates' })
    const { id, state } = await large()
    expect(state).toBe('waiting')
    await host.settle()
    expect(await get(id)).toMatchObject({ state: 'checked', preview: { rows: 2000, added: 2000 } })
    const stopped = await large()
    await ask('customs.import.cancel', { id: stopped.id })
    await host.settle()
    expect(await get(stopped.id)).toMatchObject({ state: 'cancelled' })
    await publish(id)
    await host.settle()
    expect(await get(id)).toMatchObject({ state: 'published' })
  })

  it('of a file that never arrived whole is refused', async () => {
    const never = { file: 'ab'.repeat(32), table: 'units', from: '2028-01-01' }
    expect(await host.call('customs.import.begin', never, official)).toMatchObject({
      refusal: { code: 'table.file_not_found' },
    })
  })

  it('is seen and done by offices only', async () => {
    expect(await host.call('customs.import.list', {}, merchant)).toMatchObject({ kind: 'refused' })
  })
})

import type { Host } from '@tongqu/kernel/host'
import type { Actor } from '@tongqu/kernel/identity'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customsHost, importFile, must, ownPacks } from '../testing.ts'
import type { ImportReport, TableList } from './contract.ts'
import { ownTables } from './of-packs.ts'
import { setOfRegisters } from './registers.ts'
import { planTables } from './set.ts'

const official: Actor = {
  ...someone('00000000-0000-7000-8000-00000000000c', []),
  grants: new Map([['customs.table.import', 'office']]),
}
const trader = someone('00000000-0000-7000-8000-00000000000a', ['customs.plan.*', 'kernel.file.*'])
const database = await testDatabase()
let host: Host

beforeAll(async () => {
  host = await customsHost(database.url)
})
afterAll(() => host.stop())

async function bring(table: string, ...lines: string[]): Promise<Static<typeof ImportReport>> {
  const outcome = await importFile(host, official, { table }, lines.join('\n'))
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.refusal))
  return outcome.output as Static<typeof ImportReport>
}

async function tables() {
  const own = ownTables(await ownPacks())
  return host.database.transact({ scope: 'system' }, tx => setOfRegisters(tx, own))
}

const batches = async () =>
  (await host.database.transact({ scope: 'system' }, tx => tx.query('select id from register.batch'))).length

describe('a table of each kind', () => {
  const days = 'from,to,source,strength'
  it.each([
    ['refund-rates', `code,rate,${days}`, '9503,0.11,2027-01-01,,an example,official'],
    ['positive-list', `code,listed,${days}`, '9503,yes,2027-01-01,,an example,official'],
    ['postal-rates', `code,rate,${days}`, '9503,0.15,2027-01-01,,an example,official'],
    ['rates', 'currency,purpose,from,to,rate,source', 'USD,settlement,2027-01-01,2027-01-31,7.01,an example'],
    ['package_types', 'code,zh,en', '22,纸箱,carton'],
  ])('%s is taken, and is listed with its edition', async (table, header, row) => {
    const report = await bring(table, header, row)
    expect(report).toMatchObject({ rows: 1, rejected: [] })
    expect(report.added).toBeGreaterThan(0)
    const { tables: listed } = await must<Static<typeof TableList>>(host, 'customs.table.list', {}, official)
    const name = report.register.slice('customs.'.length)
    expect(listed.find(each => each.table === name)).toMatchObject({ edition: `${table}.csv`, rows: 1 })
  })

  it('codes is the code table that the file is named after; a file of another name is told the tables', async () => {
    const rows = 'code,zh,en\n07,其他包装,other'
    const taken = await importFile(host, official, { table: 'codes', name: 'package_types.csv' }, rows)
    expect(taken).toMatchObject({ kind: 'done', output: { register: 'customs.codes.package_types' } })
    const unknown = await importFile(host, official, { table: 'codes', name: 'codes.csv' }, rows)
    expect(unknown).toMatchObject({ refusal: { code: 'table.unknown' } })
  })

  it('rates are added to what is there; the same again changes nothing', async () => {
    const header = 'currency,purpose,from,to,rate,source'
    const january = 'USD,customs,2028-01-01,2028-01-31,7.01,an example'
    expect(await bring('rates', header, january)).toMatchObject({ added: 1, ended: 0 })
    expect(await bring('rates', header, january)).toMatchObject({ added: 0, ended: 0, unchanged: 1 })
    await bring('rates', header, 'USD,customs,2028-02-01,2028-02-29,7.02,an example')
    const { ratesAt } = planTables(await tables())
    expect(['2028-01-31', '2028-02-29', '2028-03-01'].map(day => ratesAt(day).customs.USD)).toEqual([
      '7.01',
      '7.02',
      undefined,
    ])
  })

  it('an official code table stands over the pack’s, and loses none of its names and letters', async () => {
    await bring('countries', '中文名称,代码,英文名称', '阿联酋国,ARE,Emirates')
    await bring('units', '中文名称,代码', '只数,011')
    await bring('currencies', '中文名称,代码', '美金,USD')
    const { book } = planTables(await tables())
    for (const text of ['AE', 'ARE', '阿联酋国', 'emirates'])
      expect(book.country(text)).toMatchObject({ alpha2: 'AE', alpha3: 'ARE' })
    expect(book.country('DE')).toMatchObject({ alpha3: 'DEU' })
    expect([book.unit('只数')?.code, book.unit('件')?.code, book.unit('千克')?.code]).toEqual([
      '011',
      '011',
      '035',
    ])
    expect([book.currency('美金')?.code, book.currency('AED')?.code]).toEqual(['USD', 'AED'])
  })
})

describe('rows that cannot be taken', () => {
  const header = 'code,name,mfn_rate,export_rate,consumption_rate,vat_rate,unit1'
  const edition = { table: 'tariff', edition: '2030', year: 2030, source: 'an example' }

  it('are in the report with their place and what is wrong; the others are taken', async () => {
    const rows = [
      '9503002100,toy,0.1,0,0,0.13,007',
      '95030021,toy,0.1,0,0,0.13,007',
      '6109100010,shirt,8%,0,0,0.13,011',
    ]
    const outcome = await importFile(host, official, edition, [header, ...rows].join('\n'))
    expect(outcome).toMatchObject({
      output: {
        rows: 1,
        rejected: [
          {
            place: '3 code',
            code: 'table.code_malformed',
            text: { en: 'the code is malformed: “95030021”' },
          },
          { place: '4 mfn_rate', code: 'table.rate_malformed', text: { zh: '不是数: “8%”' } },
        ],
      },
    })
  })

  it.each([
    ['every row bad', `${header}\n1,toy,0.1,0,0,0.13,007`, 'table.nothing_read'],
    ['no header', 'nothing of a table', 'table.nothing_read'],
    ['nothing but a header', header, 'table.nothing_read'],
    ['no sheet at all', '\u0000\u0001\u0002', 'table.file_refused'],
  ])('%s: the import is refused and nothing changes', async (_, content, code) => {
    const before = [await batches(), (await tables()).tariffs.length]
    expect(await importFile(host, official, edition, content)).toMatchObject({ refusal: { code } })
    expect([await batches(), (await tables()).tariffs.length]).toEqual(before)
  })

  it('a table that is unknown, or a tariff of which no edition is stated, is refused', async () => {
    const content = `${header}\n9503002100,toy,0.1,0,0,0.13,007`
    expect(await importFile(host, official, { table: 'tarif' }, content)).toMatchObject({
      refusal: { code: 'table.unknown', place: '/table' },
    })
    expect(await importFile(host, official, { table: 'tariff' }, content)).toMatchObject({
      refusal: { code: 'table.edition_needed', place: '/edition' },
    })
  })
})

it('whoever may not import is refused, and nothing changes', async () => {
  const before = await batches()
  const outcome = await importFile(host, trader, { table: 'rates' }, 'currency\nUSD')
  expect(outcome).toMatchObject({ refusal: { code: 'call.not_allowed' } })
  expect(await batches()).toBe(before)
})

it('what was imported is published for planning without the database, once the events are told', async () => {
  await bring(
    'rates',
    'currency,purpose,from,to,rate,source',
    'EUR,customs,2029-01-01,2029-01-31,8.01,an example',
  )
  await host.settle()
  const { publishedTables } = await import('./published.ts')
  const set = await publishedTables(host.config.dataDir)
  expect(planTables(set!).ratesAt('2029-01-15').customs).toMatchObject({ EUR: '8.01' })
})

it('loading the packs’ tables again leaves alone what a user imported', async () => {
  await bring('refund-rates', 'code,rate,from,to,source,strength', '95,0.05,2020-01-01,,mine,official')
  await must(host, 'customs.table.install', {})
  const rates = (await tables()).facts.refundRates ?? []
  expect(rates.filter(each => each.code === '95')).toMatchObject([{ rate: '0.05', source: 'mine' }])
})

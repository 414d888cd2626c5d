/**
 * The official tables as a user would load them, where a folder with them lies beside the repository
 * (../shared/data). The counts are those of the files of that folder.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkTariff } from './check.ts'
import { type CodeTable, codeTables, parseCodes } from './codes.ts'
import { parseTariff } from './tariff.ts'

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))
const here = existsSync(DATA)

/** Splits CSV with quoted cells and any line end. */
const split = (text: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== ',') rows.push([])
  }
  return rows.filter(cells => cells.some(cell => cell !== ''))
}

const tariff = async () => {
  const text = gunzipSync(readFileSync(`${DATA}cn-tariff-2020-hs10.csv.gz`)).toString('utf8')
  return await parseTariff(split(text), { id: 'cn-2020', year: 2020, source: 'tariff of 2020' })
}

const codes = (table: CodeTable) =>
  parseCodes(table, split(readFileSync(`${DATA}customs-codes/${table}.csv`, 'utf8')))

const tally = (texts: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(texts, text => text)].map(([text, all]) => [text, all.length]))

describe.skipIf(!here)(here ? 'the official tables' : 'the official tables (skipped: no ../shared)', () => {
  it('of the tariff of 2020 give all 11,988 codes, and every oddity is reported', async () => {
    const { rows, problems } = await tariff()
    expect(rows).toHaveLength(11_988)
    expect(tally(problems.map(one => `${one.effect} ${one.column} ${one.code}`))).toEqual({
      'ignored elements table.cell_is_error': 1791,
      'ignored general_rate table.value_missing': 3,
      'noted remark table.quote_unbalanced': 3,
      'noted elements table.space_irregular': 9,
      'ignored elements table.elements_irregular': 1,
    })
    expect(problems.find(one => one.code === 'table.elements_irregular')).toMatchObject({ text: '0' })
  })

  it('name only units that exist, and one certificate letter that the table of 2019 lacks', async () => {
    const { rows } = await tariff()
    const [units, certificates] = await Promise.all([codes('units'), codes('supervision_certs')])
    expect(checkTariff(rows, { units: units.rows, certificates: certificates.rows })).toEqual([
      { code: 'table.licence_unknown', hsCode: '2530909940', text: 'u' },
      { code: 'table.licence_unknown', hsCode: '9705000030', text: 'u' },
    ])
  })

  it('of codes are the 22 that the reader knows', () => {
    expect(readdirSync(`${DATA}customs-codes`).sort()).toEqual(codeTables.map(name => `${name}.csv`).sort())
  })

  it.each(
    Object.entries({
      admin_divisions: 3533,
      attachment_types: 58,
      ciq_offices: 870,
      container_specs: 8,
      countries: 265,
      currencies: 22,
      customs_districts: 1302,
      domestic_districts: 1021,
      duty_modes: 9,
      entry_exit_ports: 1321,
      goods_attributes: 20,
      levy_natures: 78,
      licence_types: 90,
      origin_regions: 4038,
      package_types: 14,
      ports: 4270,
      supervision_certs: 51,
      trade_modes: 99,
      transaction_modes: 7,
      transport_modes: 18,
      units: 123,
      uses: 24,
    }) as [CodeTable, number][],
  )('of codes: %s gives %i rows', async (table, count) => {
    const { rows, problems } = await codes(table)
    expect(problems).toEqual([])
    expect(rows).toHaveLength(count)
  })
})

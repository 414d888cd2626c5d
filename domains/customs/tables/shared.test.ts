/**
 * The official tables as a user would load them, where a folder with them lies beside the repository
 * (../shared/data). The counts are those of the files of that folder.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { readSheets } from '@tongqu/sheet'
import { describe, expect, it } from 'vitest'
import { checkTariff } from './check.ts'
import { type CodeTable, codeTables, parseCodes } from './codes.ts'
import { sheetRows } from './sheet.ts'
import { parseTariff } from './tariff.ts'

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))
const here = existsSync(DATA)

const rows = (bytes: Uint8Array) =>
  sheetRows(readSheets(bytes, { format: 'csv' }), refusal => expect.fail(JSON.stringify(refusal)))

const tariff = async () => {
  const bytes = gunzipSync(readFileSync(`${DATA}cn-tariff-2020-hs10.csv.gz`))
  return await parseTariff(rows(bytes), { id: 'cn-2020', year: 2020, source: 'tariff of 2020' })
}

const codes = (table: CodeTable) => parseCodes(table, rows(readFileSync(`${DATA}customs-codes/${table}.csv`)))

/** The rows of these files that are damaged: refused, not mended. */
const FAULTS: Partial<Record<CodeTable, [string, number, string][]>> = {
  attachment_types: [['table.code_malformed', 59, '60000011"}]']],
  domestic_districts: [['table.code_malformed', 788, '4724']],
}

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
      'ignored elements table.elements_irregular': 2,
    })
    expect(problems.filter(one => one.code === 'table.elements_irregular').map(one => one.text)).toEqual([
      '0',
      '0',
    ])
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
      attachment_types: 57,
      ciq_offices: 870,
      container_specs: 8,
      countries: 265,
      currencies: 22,
      customs_districts: 1302,
      domestic_districts: 1020,
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
    expect(problems.map(one => [one.code, one.row, one.text])).toEqual(FAULTS[table] ?? [])
    expect(rows).toHaveLength(count)
  })
})

/** The example workbooks speak only of codes, units, countries and currencies that the national pack knows. */
import { readFileSync } from 'node:fs'
import { readSheets } from '@tongqu/sheet'
import { describe, expect, it } from 'vitest'
import { type CodeTable, parseCodes } from './codes.ts'
import { bookLookup } from './lookups.ts'
import type { NumberedRow } from './rows.ts'
import { sheetRows } from './sheet.ts'
import { parseTariff } from './tariff.ts'

const rowsOf = (path: string) =>
  sheetRows(readSheets(readFileSync(new URL(`../../../${path}`, import.meta.url))), refusal =>
    expect.fail(JSON.stringify(refusal)),
  )

const lookup = async () => {
  const codes = async (table: CodeTable) =>
    (await parseCodes(table, rowsOf(`packs/cn/tables/${table}.csv`))).rows
  const [units, countries, currencies] = await Promise.all(
    (['units', 'countries', 'currencies'] as const).map(codes),
  )
  const edition = { id: 'sample', year: 2020, source: 'packs/cn' }
  const tariff = (await parseTariff(rowsOf('packs/cn/tables/tariff.csv'), edition)).rows
  return bookLookup({ units: units ?? [], countries: countries ?? [], currencies: currencies ?? [], tariff })
}

/** Rows as header → text. */
const book = async (name: string): Promise<Record<string, string>[]> => {
  const all: NumberedRow[] = []
  for await (const row of rowsOf(`examples/${name}.xlsx`)) all.push(row)
  const [header, ...rows] = all
  return rows.map(row =>
    Object.fromEntries((header?.cells ?? []).map((key, at) => [key, row.cells[at] ?? ''] as const)),
  )
}

describe.each([
  ['mixed-container', '商品编码', '单位', '国别', '币种'],
  ['retail-importer-day', '商品编码', '单位', '国别', '币种'],
  ['overseas-warehouse', 'hsCode', 'unit', 'country', 'currency'],
])('the example %s', (name, hs, unit, country, currency) => {
  it('names only what the tables know', async () => {
    const [tables, rows] = await Promise.all([lookup(), book(name)])
    const unknown = (column: string, find: (text: string) => unknown) =>
      rows.map(row => row[column] ?? '').filter(text => text !== '' && find(text) === undefined)
    expect(rows.length).toBeGreaterThan(0)
    expect(unknown(hs, tables.hs)).toEqual([])
    expect(unknown(unit, tables.unit)).toEqual([])
    expect(unknown(country, tables.country)).toEqual([])
    expect(unknown(currency, tables.currency)).toEqual([])
  })
})

it('the mixed container holds thirty stalls, and without its invoiced orders just over USD 150,000', async () => {
  const rows = await book('mixed-container')
  const stays = rows.filter(row => row.本市场采购 === 'yes' && row.品牌授权 !== 'no')
  const cents = (row: Record<string, string>) => Math.round(Number(row.单价) * 100) * Number(row.数量)
  const total = stays.filter(row => row.专票金额 === '').reduce((sum, row) => sum + cents(row), 0)
  expect(new Set(rows.filter(row => row.本市场采购 === 'yes').map(row => row.商位)).size).toBe(30)
  expect(total).toBeGreaterThan(15_000_000)
  expect(total).toBeLessThan(15_500_000)
})

it('every identity number of the retail day is invented but passes the check of its last character', async () => {
  const ids = (await book('retail-importer-day')).map(row => row.买方 ?? '').filter(id => id !== '')
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1]
  const value = (character: string) => (character === 'X' ? 10 : Number(character))
  expect(ids).toHaveLength(22)
  for (const id of ids) {
    expect(id).toMatch(/^42010019000101\d{3}[\dX]$/)
    expect(weights.reduce((sum, weight, at) => sum + weight * value(id.charAt(at)), 0) % 11).toBe(1)
  }
})

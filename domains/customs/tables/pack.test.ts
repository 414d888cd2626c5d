/** The tables that stand in packs/cn are read whole, by the same parsers as a user's own files. */
import { readFileSync } from 'node:fs'
import { readSheets } from '@tongqu/sheet'
import { describe, expect, it } from 'vitest'
import { checkTariff } from './check.ts'
import { type CodeTable, parseCodes } from './codes.ts'
import { parsePositiveList, parsePostalRates, parseRefundRates, parseUnitTaxes } from './dated.ts'
import { bookLookup, exchangeRate, factFinder } from './lookups.ts'
import { parseMeasureCoverage } from './origins.ts'
import { parseRates } from './rates.ts'
import { sheetRows } from './sheet.ts'
import { parseTariff } from './tariff.ts'

const rows = (name: string) =>
  sheetRows(
    readSheets(readFileSync(new URL(`../../../packs/cn/tables/${name}.csv`, import.meta.url)), {
      format: 'csv',
    }),
    refusal => expect.fail(JSON.stringify(refusal)),
  )
const codes = (table: CodeTable) => parseCodes(table, rows(table))
const tariff = () => parseTariff(rows('tariff'), { id: 'cn-2020-sample', year: 2020, source: 'packs/cn' })

describe('the tables of the national pack', () => {
  it.each([
    ['tariff', tariff],
    ['units', () => codes('units')],
    ['countries', () => codes('countries')],
    ['currencies', () => codes('currencies')],
    ['trade_modes', () => codes('trade_modes')],
    ['refund-rates', () => parseRefundRates(rows('refund-rates'))],
    ['postal-rates', () => parsePostalRates(rows('postal-rates'))],
    ['positive-list', () => parsePositiveList(rows('positive-list'))],
    ['consumption-unit-taxes', () => parseUnitTaxes(rows('consumption-unit-taxes'))],
    ['measure-coverage', () => parseMeasureCoverage(rows('measure-coverage'))],
    ['exchange-rates', () => parseRates(rows('exchange-rates'))],
  ])('are read without a problem: %s', async (_name, read) => {
    const { rows: found, problems } = await read()
    expect(problems).toEqual([])
    expect(found.length).toBeGreaterThan(0)
  })

  it('hold every country with two and three letters, and the two newer customs modes', async () => {
    const [countries, modes] = await Promise.all([codes('countries'), codes('trade_modes')])
    expect(countries.rows).toHaveLength(249)
    expect(new Set(countries.rows.map(row => row.extra.alpha2)).size).toBe(249)
    expect(modes.rows.filter(row => ['9710', '9810'].includes(row.code)).map(row => row.extra)).toMatchObject(
      [
        { from: '2020-07-01', source: '海关总署公告2020年第75号' },
        { from: '2020-07-01', source: '海关总署公告2020年第75号' },
      ],
    )
  })

  it('name in the tariff only units of the unit table', async () => {
    const [tables, units] = await Promise.all([tariff(), codes('units')])
    expect(checkTariff(tables.rows, { units: units.rows, certificates: [] })).toEqual([])
  })

  it('give one answer to each name of a unit, a country and a currency', async () => {
    for (const table of ['units', 'countries', 'currencies'] as const) {
      const names = (await codes(table)).rows.flatMap(row =>
        [row.code, row.zh, row.en, row.extra.alpha2, ...(row.extra.also ?? '').split('|')].filter(
          name => !!name,
        ),
      )
      const seen = names.map(name => name?.toLowerCase())
      expect(seen.filter((name, at) => seen.indexOf(name) !== at)).toEqual([])
    }
  })

  it('answer an order book by name', async () => {
    const [units, countries, currencies, { rows: hs }] = await Promise.all([
      codes('units'),
      codes('countries'),
      codes('currencies'),
      tariff(),
    ])
    const lookup = bookLookup({
      units: units.rows,
      countries: countries.rows,
      currencies: currencies.rows,
      tariff: hs,
    })
    expect(lookup.unit('公斤')?.code).toBe('035')
    expect(lookup.country('阿联酋')).toMatchObject({ alpha2: 'AE', alpha3: 'ARE' })
    expect(lookup.hs('9503002100')).toMatchObject({ unit1: '007', unit2: '035' })
  })

  it('carry the refund of photovoltaic cells and batteries by date', async () => {
    const rate = factFinder((await parseRefundRates(rows('refund-rates'))).rows)
    const on = (code: string, days: string[]) => days.map(day => rate(code, day)?.rate)
    expect(on('8541402000', ['2024-11-30', '2024-12-01', '2026-04-01'])).toEqual(['0.13', '0.09', '0'])
    expect(on('8507600090', ['2026-03-31', '2026-04-01', '2027-01-01'])).toEqual(['0.09', '0.06', '0'])
  })

  it('mark every exchange rate as an example', async () => {
    const { rows: rates } = await parseRates(rows('exchange-rates'))
    expect(rates.filter(rate => rate.strength !== 'example')).toEqual([])
    expect(exchangeRate(rates, { currency: 'USD', purpose: 'customs', day: '2026-11-23' })?.rate).toBe('7.1')
  })

  it('carry the tax of spirits by value and weight, and leave beer to the line', async () => {
    const tax = factFinder((await parseUnitTaxes(rows('consumption-unit-taxes'))).rows)
    expect(tax('2203000000', '2026-11-23')).toBeUndefined()
    expect(tax('2208300000', '2026-11-23')).toMatchObject({ rate: '0.2', perUnit: '1', unit: '035' })
  })
})

import { describe, expect, it } from 'vitest'
import { parseElements } from './elements.ts'
import { parseTariff } from './tariff.ts'

const HEADER =
  'code,name,licence_codes,general_rate,mfn_rate,remark,export_rate,consumption_rate,vat_rate,unit1,unit2,elements'
const CUP = [
  '6912001000',
  '陶餐具',
  'A',
  '1.00',
  '0.0700',
  '',
  '0',
  '0',
  '0.13',
  '035',
  '',
  '1品牌类型;2用途;',
]
const edition = { id: 'test-2020', year: 2020, source: 'rows of this test' }

const read = (...rows: string[][]) => parseTariff([HEADER.split(','), ...rows], edition)
const changed = (at: number, text: string) => CUP.map((cell, index) => (index === at ? text : cell))

describe('a tariff table', () => {
  it('gives a row per code, with rates in their shortest exact writing', async () => {
    const { rows, problems } = await read(CUP)
    expect(problems).toEqual([])
    expect(rows).toEqual([
      {
        code: '6912001000',
        name: '陶餐具',
        licenceCodes: ['A'],
        generalRate: '1',
        mfnRate: '0.07',
        exportRate: '0',
        consumptionRate: '0',
        vatRate: '0.13',
        unit1: '035',
        elements: ['品牌类型', '用途'],
      },
    ])
  })

  it.each([
    [0, '691200', 'code', 'table.code_malformed'],
    [1, '', 'name', 'table.value_missing'],
    [4, '', 'mfn_rate', 'table.value_missing'],
    [4, '7%', 'mfn_rate', 'table.rate_malformed'],
    [4, '-0.07', 'mfn_rate', 'table.rate_malformed'],
    [8, '13', 'vat_rate', 'table.rate_not_a_fraction'],
    [9, '千克', 'unit1', 'table.code_malformed'],
  ])('refuses the row whose column %i says "%s", naming the place', async (at, text, column, code) => {
    const { rows, problems } = await read(changed(at, text), CUP)
    expect(rows).toHaveLength(1)
    expect(problems).toEqual([{ effect: 'refused', code, row: 2, column, text }])
  })

  it('keeps the first of two rows with one code and reports the second', async () => {
    const { rows, problems } = await read(CUP, changed(1, '别的'))
    expect(rows.map(row => row.name)).toEqual(['陶餐具'])
    expect(problems).toEqual([
      { effect: 'refused', code: 'table.code_duplicate', row: 3, column: 'code', text: '6912001000' },
    ])
  })

  it('takes a row whose elements are an error of a spreadsheet, without elements', async () => {
    const { rows, problems } = await read(changed(11, '#N/A'))
    expect(rows[0]).not.toHaveProperty('elements')
    expect(problems).toEqual([
      { effect: 'ignored', code: 'table.cell_is_error', row: 2, column: 'elements', text: '#N/A' },
    ])
  })

  it('reads nothing when a needed column is missing, and says which', async () => {
    const { rows, problems } = await parseTariff([['code', 'name'], CUP], edition)
    expect(rows).toEqual([])
    expect(problems.map(one => one.column)).toEqual([
      'mfn_rate',
      'export_rate',
      'consumption_rate',
      'vat_rate',
      'unit1',
    ])
  })

  it('says that an empty file is empty', async () => {
    expect((await parseTariff([], edition)).problems.map(one => one.code)).toEqual(['table.empty'])
  })
})

describe('declaration elements', () => {
  it('are numbered by their place, so that an element may begin with a digit', () => {
    expect(parseElements('1品牌;2用途;3250℃馏出体积;')).toEqual({
      names: ['品牌', '用途', '250℃馏出体积'],
      regular: true,
    })
  })

  it('may hold a semicolon inside brackets', () => {
    expect(parseElements('1品牌;2工艺(如甲;乙);3其他;').names).toEqual(['品牌', '工艺(如甲;乙)', '其他'])
  })

  it('are irregular when a number is skipped', () => {
    expect(parseElements('1品牌;3用途;').regular).toBe(false)
  })
})

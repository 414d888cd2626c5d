import { expect, it } from 'vitest'
import { parseCodes } from './codes.ts'

it('reads the official layout with its own words for code and name', async () => {
  const { rows, problems } = await parseCodes('levy_natures', [
    ['征免性质简称', '征免性质代码', '征免性质全称'],
    ['一般征税', '101', '一般征税进出口货物'],
  ])
  expect(problems).toEqual([])
  expect(rows).toEqual([
    { table: 'levy_natures', code: '101', zh: '一般征税', extra: { fullName: '一般征税进出口货物' } },
  ])
})

it('reads the layout of the packs', async () => {
  const { rows } = await parseCodes('countries', [
    ['code', 'alpha2', 'zh', 'en'],
    ['ARE', 'AE', '阿联酋', 'United Arab Emirates'],
  ])
  expect(rows).toEqual([
    {
      table: 'countries',
      code: 'ARE',
      zh: '阿联酋',
      en: 'United Arab Emirates',
      extra: { alpha2: 'AE' },
    },
  ])
})

it('takes the column headed 类别 as the name in the table of attachments only', async () => {
  const header = ['类别', '代码']
  expect((await parseCodes('attachment_types', [header, ['发票', '00000001']])).rows[0]?.zh).toBe('发票')
  expect((await parseCodes('units', [header, ['件', '011']])).problems.map(one => one.code)).toContain(
    'table.column_missing',
  )
})

it('refuses a repeated code, except a document type named once for import and once for export', async () => {
  const units = await parseCodes('units', [
    ['zh', 'code'],
    ['件', '011'],
    ['个', '011'],
  ])
  expect(units.rows.map(row => row.zh)).toEqual(['件'])
  expect(units.problems).toEqual([
    { effect: 'refused', code: 'table.code_duplicate', row: 3, column: 'code', text: '011' },
  ])
  const types = await parseCodes('licence_types', [
    ['代码', '中文名称', '类别'],
    ['401', '免验', '进口'],
    ['401', '免验', '出口'],
  ])
  expect(types.rows).toHaveLength(2)
})

it('refuses a code that is not of the form of its table', async () => {
  const { rows, problems } = await parseCodes('trade_modes', [
    ['code', 'zh'],
    ['110', '一般贸易'],
  ])
  expect(rows).toEqual([])
  expect(problems[0]).toMatchObject({ code: 'table.code_malformed', row: 2, text: '110' })
})

import { writeWorkbook } from '@tongqu/sheet'
import { describe, expect, test } from 'vitest'
import { fields } from '../fields.ts'
import { fieldOfHeader, nearestField } from './headers.ts'
import { csvOf, goodRow, readAll } from './testing.ts'

describe('a header is recognised', () => {
  test('by its English or Chinese name, whatever its case, spaces and width', () => {
    for (const field of fields) {
      expect(fieldOfHeader(field.header)).toBe(field)
      expect(fieldOfHeader(` ${field.zh} *`)).toBe(field)
    }
    expect(fieldOfHeader('ＯＲＤＥＲ no')?.name).toBe('orderNo')
    expect(fieldOfHeader('Order_No')?.name).toBe('orderNo')
    expect(fieldOfHeader('净重（ＫＧ）')?.name).toBe('netWeight')
  })

  test('but not where it states another unit than the one that is meant', () => {
    expect(fieldOfHeader('净重(g)')).toBeUndefined()
    expect(fieldOfHeader('税率')).toBeUndefined()
  })

  test('a slip of the pen is told from another word', () => {
    expect(nearestField('curency')?.name).toBe('currency')
    expect(nearestField('订单好')?.name).toBe('orderNo')
    expect(nearestField('备注')).toBeUndefined()
  })

  test('below a title', async () => {
    const csv = `2026 年 11 月订单\n\n${csvOf([goodRow])}`
    const { orders } = await readAll(Buffer.from(csv))
    expect(orders[0]?.rows).toEqual([{ sheet: 'CSV', row: 4, extra: {} }])
  })
})

describe('a column that is not known', () => {
  test('is warned of and not read, and the orders are', async () => {
    const { orders, warnings } = await readAll(csvOf([{ ...goodRow, 备注: 'x', curency: 'USD' }]))
    expect(orders).toHaveLength(1)
    expect(warnings).toMatchObject([
      { code: 'book.unknown_column', sheet: 'CSV', row: 1, letter: 'K', column: '备注' },
      {
        code: 'book.misspelt_column',
        row: 1,
        letter: 'L',
        params: { suggestion: 'currency', suggestionZh: '币种' },
      },
    ])
  })

  test('is warned of where it has no header but holds something', async () => {
    const csv = csvOf([goodRow])
      .toString()
      .replace(/\n(.*)$/, '\n$1,stray')
    const { orders, warnings } = await readAll(Buffer.from(csv))
    expect(orders).toHaveLength(1)
    expect(warnings).toMatchObject([{ code: 'book.column_without_header', row: 2, letter: 'K' }])
  })
})

describe('a sheet that cannot be read as orders says why', () => {
  test('a needed column is missing: the sheet is refused, its slip is named', async () => {
    const { qty, ...rest } = goodRow
    const { orders, refused, warnings } = await readAll(csvOf([{ ...rest, qtty: qty }]))
    expect(orders).toEqual([])
    expect(refused).toMatchObject([
      { code: 'book.missing_column', sheet: 'CSV', row: 1, column: 'qty' },
      { code: 'book.no_orders' },
    ])
    expect(warnings).toMatchObject([{ code: 'book.misspelt_column', params: { suggestion: 'qty' } }])
  })

  test('two columns say the same', async () => {
    const { refused } = await readAll(csvOf([{ ...goodRow, 数量: '7' }]))
    expect(refused[0]).toMatchObject({ code: 'book.duplicate_column', row: 1, letter: 'K', column: '数量' })
  })

  test('an empty sheet, a sheet of something else, a header without rows', async () => {
    const names = Object.keys(goodRow)
    const sheets = [
      { name: '空', columns: [], rows: [] },
      { name: '杂', columns: [{ header: '标题' }], rows: [['x']] },
      { name: '头', columns: names.map(header => ({ header })), rows: [] },
    ]
    const { refused, warnings } = await readAll(await writeWorkbook({ sheets }), { kind: 'xlsx' })
    expect(warnings.map(({ code, sheet }) => [sheet, code])).toEqual([
      ['空', 'book.sheet_empty'],
      ['杂', 'book.sheet_without_header'],
      ['头', 'book.no_rows'],
    ])
    expect(refused.map(({ code }) => code)).toEqual(['book.no_orders'])
  })
})

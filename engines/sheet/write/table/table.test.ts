import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collect, textsOf } from '../../testing/collect.ts'
import { type CellInput, type TableSpec, tableCsv, tableWorkbook } from './index.ts'

const spec: TableSpec = {
  name: '申报/2026: [全部]',
  heads: ['申报号', '货值 (元)', '建立'],
  note: '筛选：状态=已放行　导出：2026-11-24 09:00　陈示例',
  creator: '陈示例 & Co',
  created: '2026-11-24T01:00:00Z',
}
const rows: CellInput[][] = [
  ['D26112300000001', { number: '1234.50' }, { day: '2026-11-23' }],
  ['=HYPERLINK("http://x","y")', { number: '-0.10' }, { day: '2026-02-30' }],
  ['<b>&"布"</b>\nعربي 😀', { number: '12345678901234567890.12' }, null],
  ['+cmd', { number: '0' }, ''],
]
const whole = async (writer: ReturnType<typeof tableWorkbook>, batches: readonly CellInput[][][]) => {
  for (const batch of batches) await writer.add(batch)
  return Buffer.concat(await writer.end())
}

describe('a table as a workbook', () => {
  test('is read back cell by cell: numbers as numbers, days as days, texts as texts', async () => {
    const read = await collect(await whole(tableWorkbook(spec), [rows.slice(0, 1), rows.slice(1)]))
    expect(read.refusal).toBeUndefined()
    expect(read.sheets).toEqual(['申报 2026   全部'])
    expect(textsOf(read.rows).slice(0, 2)).toEqual([[spec.note], [...spec.heads]])
    expect(read.rows.slice(2).map(row => row.cells.map(cell => `${cell.kind} ${cell.text}`))).toEqual([
      ['text D26112300000001', 'number 1234.5', 'date 2026-11-23'],
      ['text =HYPERLINK("http://x","y")', 'number -0.1', 'text 2026-02-30'],
      ['text <b>&"布"</b>\nعربي 😀', 'text 12345678901234567890.12'],
      ['text +cmd', 'number 0'],
    ])
  })

  test('has its heads frozen under the line that says what it is, its figures in groups, its columns as wide as they need', async () => {
    const book = new exceljs.Workbook()
    await book.xlsx.load((await whole(tableWorkbook(spec), [rows])).buffer as ArrayBuffer)
    const [sheet] = book.worksheets
    expect(sheet!.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet!.getCell('B3')).toMatchObject({ value: 1234.5, numFmt: '#,##0.00' })
    expect(sheet!.getCell('C3')).toMatchObject({ value: new Date('2026-11-23') })
    expect(sheet!.getCell('A4').type).toBe(exceljs.ValueType.String)
    expect(sheet!.getColumn(1).width).toBeGreaterThan(sheet!.getColumn(3).width!)
    expect(book.creator).toBe(spec.creator)
  })

  test('of no rows is a workbook with heads', async () => {
    const read = await collect(await whole(tableWorkbook(spec), []))
    expect(textsOf(read.rows)).toEqual([[spec.note], [...spec.heads]])
  })

  test('of many rows keeps every one, whatever batches they came in', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => [`N${n}`, `${n}.25`])
    const cells = many.map(([name, number]) => [name, { number: number! }])
    const batches = [cells.slice(0, 1), cells.slice(1, 2500), cells.slice(2500)]
    const read = await collect(await whole(tableWorkbook(spec), batches))
    expect(textsOf(read.rows).slice(2)).toEqual(many)
  })

  test('any texts come back as they were, those that read as an escape too', async () => {
    const text = fc
      .oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constant('a_x000D_b_x_'))
      .filter(isXmlText)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
        async some => {
          const read = await collect(await whole(tableWorkbook(spec), [some]))
          const expected = some.map(row => row.filter(cell => cell !== '')).filter(row => row.length > 0)
          expect(textsOf(read.rows).slice(2)).toEqual(expected)
        },
      ),
      { numRuns: 50 },
    )
  })
})

test('a table as CSV is read back with its heads first and what it is last', async () => {
  const read = await collect(await whole(tableCsv(spec), [rows]))
  const texts = textsOf(read.rows)
  expect(texts[0]).toEqual([...spec.heads])
  expect(texts[1]).toEqual(['D26112300000001', '1234.50', '2026-11-23'])
  expect(texts[2]![0]).toBe('\'=HYPERLINK("http://x","y")')
  expect(texts.at(-1)).toEqual([spec.note])
})

/** Characters that XML 1.0 can carry. */
const isXmlText = (text: string) => !/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)

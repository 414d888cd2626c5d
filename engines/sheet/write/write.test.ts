import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collect, textsOf } from '../testing/collect.ts'
import { writeCsv } from './csv.ts'
import type { CellInput } from './spec.ts'
import { writeWorkbook } from './workbook.ts'

const sheetOf = (rows: readonly (readonly CellInput[])[], columns = 3) => ({
  name: '订单',
  columns: Array.from({ length: columns }, (_, at) => ({ header: `H${at}` })),
  rows,
})

describe('what is written is read again', () => {
  test('texts, numbers, days and booleans keep their kind', async () => {
    const rows: CellInput[][] = [
      ['=1+1', '+cmd', '@x'],
      [{ number: '12.50' }, { day: '2026-11-23' }, true],
      [{ number: '123456789012345678' }, '-2', null],
    ]
    const read = await collect(await writeWorkbook({ sheets: [sheetOf(rows)] }))
    expect(read.refusal).toBeUndefined()
    expect(read.rows.slice(1).map(row => row.cells.map(cell => `${cell.kind} ${cell.text}`))).toEqual([
      ['text =1+1', 'text +cmd', 'text @x'],
      ['number 12.5', 'date 2026-11-23', 'boolean true'],
      ['text 123456789012345678', 'text -2'],
    ])
  })

  test('a workbook with notes, drop-downs, formats and a hidden list opens again', async () => {
    const choices = Array.from({ length: 60 }, (_, at) => `choice, number "${at}"`)
    const columns = [
      { header: '渠道', choices, note: 'note', needed: true },
      { header: '单价', format: '0.00' },
    ]
    const bytes = await writeWorkbook({
      sheets: [{ name: '订单', columns, rows: [['b2c', { number: '1.5' }]], preparedRows: 10 }],
    })
    const read = await collect(bytes)
    expect(read.sheets).toEqual(['订单', '_lists'])
    expect(textsOf(read.rows).slice(0, 3)).toEqual([['渠道', '单价'], ['b2c', '1.5'], [choices[0]]])
  })

  test('any texts come back from a workbook as they were', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter(isXmlText)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
        async rows => {
          const read = await collect(await writeWorkbook({ sheets: [sheetOf(rows)] }))
          const expected = rows.map(row => row.filter(cell => cell !== '')).filter(row => row.length > 0)
          expect(textsOf(read.rows).slice(1)).toEqual(expected)
        },
      ),
      { numRuns: 25 },
    )
  })

  test('any decimal of up to 15 digits comes back as the same number', async () => {
    const decimal = fc
      .tuple(fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n), fc.integer({ min: 0, max: 8 }))
      .map(([digits, scale]) => scaled(digits, scale))
    await fc.assert(
      fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 20 }), async numbers => {
        const read = await collect(
          await writeWorkbook({ sheets: [sheetOf(numbers.map(number => [{ number }]))] }),
        )
        expect(textsOf(read.rows).slice(1)).toEqual(numbers.map(number => [number]))
      }),
      { numRuns: 25 },
    )
  })

  test('any texts come back from a CSV, but for the mark on what looks like a formula', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter(value => !value.includes('\0'))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 10 }), async rows => {
        const bytes = Buffer.from([...writeCsv([['a', 'b'], ...rows])].join(''))
        const expected = rows
          .map(row => row.map(marked).filter(cell => cell !== ''))
          .filter(row => row.length > 0)
        expect(textsOf((await collect(bytes)).rows).slice(1)).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })

  test('no cell of a CSV can act as a formula, and a negative number stays one', () => {
    const [, line] = [...writeCsv([['=1+1', '-5.00', '-cmd', '@x', '\tx', 'a=b']])]
    expect(line).toBe("'=1+1,-5.00,'-cmd,'@x,'\tx,a=b\r\n")
  })
})

const marked = (text: string) =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text

/** Characters that XML 1.0 can carry; a lone surrogate or control character cannot be in a cell. */
function isXmlText(text: string): boolean {
  return (
    !/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text) && !/_x[0-9A-Fa-f]{4}_/.test(text)
  )
}

function scaled(digits: bigint, scale: number): string {
  const negative = digits < 0n
  const text = `${negative ? -digits : digits}`.padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  const fraction = text.slice(text.length - scale).replace(/0+$/, '')
  const plain = fraction ? `${whole}.${fraction}` : whole
  return negative && /[1-9]/.test(plain) ? `-${plain}` : plain
}

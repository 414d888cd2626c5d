import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readSheets } from '../read.ts'
import { collect, textsOf } from '../testing/collect.ts'

const TABLE = '订单号,品名,数量\r\nA1,丝绸围巾,12.50\r\n'
const EXPECTED = [
  ['订单号', '品名', '数量'],
  ['A1', '丝绸围巾', '12.50'],
]

describe('a CSV is read in the encoding it is in', () => {
  test.each([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TABLE}`)],
    ['UTF-16 little-endian with a mark', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
    ['UTF-16 big-endian with a mark', Buffer.from(`\ufeff${TABLE}`, 'utf16le').swap16()],
    ['GB18030', iconv.encode(TABLE, 'gb18030')],
  ])('%s', async (_, bytes) => {
    expect(textsOf((await collect(bytes)).rows)).toEqual(EXPECTED)
  })

  test('GB18030 that begins with ASCII only, in chunks that cut a character', async () => {
    const bytes = iconv.encode(`orderNo,name\n${'A,b\n'.repeat(50)}Z,𠮷野丝绸`, 'gb18030')
    async function* chunks() {
      for (let at = 0; at < bytes.byteLength; at += 7) yield bytes.subarray(at, at + 7)
    }
    expect(textsOf((await collect(chunks())).rows).at(-1)).toEqual(['Z', '𠮷野丝绸'])
  })

  test('bytes that fit no encoding are refused, not replaced', async () => {
    expect((await collect(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]))).refusal?.code).toBe(
      'sheet.bad_encoding',
    )
    const stated = await collect(iconv.encode(TABLE, 'gb18030'), { encoding: 'utf-8' })
    expect(stated.refusal?.code).toBe('sheet.bad_encoding')
  })
})

describe('rows of a CSV are counted as a spreadsheet shows them', () => {
  test('blank lines count, lines inside quotes do not', async () => {
    const { rows } = await collect(Buffer.from('a,b\n\n"x\ny",2\n,3\n'))
    expect(rows.map(row => [row.number, ...row.cells.map(cell => `${cell.column}=${cell.text}`)])).toEqual([
      [1, 'A=a', 'B=b'],
      [3, 'A=x\ny', 'B=2'],
      [4, 'B=3'],
    ])
  })

  test('the separator is found, or read from the line that names it', async () => {
    expect(textsOf((await collect(Buffer.from('a;b\n1,5;2'))).rows)).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ])
    const { rows } = await collect(Buffer.from('sep=;\na;b\n'))
    expect(rows).toMatchObject([{ number: 2, cells: [{ text: 'a' }, { text: 'b' }] }])
  })

  test('a cell that begins with "=" is a formula', async () => {
    const { rows } = await collect(Buffer.from('a,b\n=HYPERLINK(1),-5\n'))
    expect(rows[1]?.cells.map(cell => cell.kind)).toEqual(['formula', 'text'])
  })

  test('a quote that is never closed is refused with its row, and the rows before it are read', async () => {
    const { rows, refusal } = await collect(Buffer.from('a,b\n1,2\n"x,3\n4,5\n'))
    expect(textsOf(rows)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(refusal).toMatchObject({ code: 'sheet.bad_csv', place: { row: 3 } })
  })

  test('a line without end is cut off', async () => {
    const { refusal } = await collect(Buffer.from(`a,b\n"${'x'.repeat(1_200_000)}`))
    expect(refusal?.code).toBe('sheet.cell_too_long')
  })

  test('binary content is no CSV', async () => {
    const { refusal } = await collect(Buffer.from('abc\0\0def'))
    expect(refusal?.code).toBe('sheet.not_a_workbook')
  })

  test('a reading that is left early closes its source', async () => {
    let closed = false
    async function* chunks() {
      try {
        for (;;) yield Buffer.from('a,b\n'.repeat(1000))
      } finally {
        closed = true
      }
    }
    for await (const event of readSheets(chunks())) {
      if (event.kind === 'rows') break
    }
    expect(closed).toBe(true)
  })
})

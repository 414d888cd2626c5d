import { describe, expect, test } from 'vitest'
import { collect } from '../testing/collect.ts'
import { type CraftedWorkbook, craftWorkbook } from '../testing/workbook.ts'

async function cellsOf(row: string, spec: CraftedWorkbook = {}) {
  const { rows, refusal } = await collect(craftWorkbook({ ...spec, cells: `<row r="1">${row}</row>` }))
  expect(refusal).toBeUndefined()
  return (rows[0]?.cells ?? []).map(cell => [cell.column, cell.kind, cell.text])
}

const FORMATS = [
  'yyyy-mm-dd',
  'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
  'h:mm',
  '[Red]0.00',
  'mm:ss',
]

describe('a cell is read as it was meant', () => {
  test.each([
    ['4.3499999999999996', '4.35'],
    ['0.1', '0.1'],
    ['12.50', '12.5'],
    ['1E-7', '0.0000001'],
    ['1.5E21', '1500000000000000000000'],
    ['-0', '0'],
    ['-1200.5', '-1200.5'],
    ['007', '7'],
    ['0.05', '0.05'],
  ])('the stored number %s is %s', async (stored, shown) => {
    expect(await cellsOf(`<c r="A1"><v>${stored}</v></c>`)).toEqual([['A', 'number', shown]])
  })

  test('texts come from the shared strings, from the cell, with runs and without phonetics', async () => {
    const row =
      '<c r="A1" t="s"><v>1</v></c>' +
      '<c r="B1" t="inlineStr"><is><r><t>布</t></r><r><t>料</t></r><rPh><t>ブ</t></rPh></is></c>' +
      '<c r="D1" t="str"><v>a_x000D_b</v></c>'
    expect(await cellsOf(row, { strings: ['x', '丝绸 &amp; 棉'] })).toEqual([
      ['A', 'text', '丝绸 & 棉'],
      ['B', 'text', '布料'],
      ['D', 'text', 'a\rb'],
    ])
  })

  test('a text that begins with "=" is text, a formula is a formula even where its result looks typed', async () => {
    const row = '<c r="A1" t="str"><v>=1+1</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>X()</f></c>'
    expect(await cellsOf(row)).toEqual([
      ['A', 'text', '=1+1'],
      ['B', 'formula', '2'],
      ['C', 'formula', ''],
    ])
  })

  test('every cell of an array formula is a formula, though only the first one carries it', async () => {
    const cells =
      '<row r="1"><c r="A1"><f t="array" ref="A1:B2">X</f><v>1</v></c><c r="B1"><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>'
    const { rows } = await collect(craftWorkbook({ cells }))
    expect(rows.flatMap(row => row.cells.map(cell => `${cell.column}${row.number} ${cell.kind}`))).toEqual([
      'A1 formula',
      'B1 formula',
      'A2 formula',
      'C2 number',
      'A3 number',
    ])
  })

  test('booleans and errors say what they are', async () => {
    expect(await cellsOf('<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c>')).toEqual([
      ['A', 'boolean', 'true'],
      ['B', 'error', '#N/A'],
    ])
  })

  test('a cell that names a string that is not there makes the book damaged', async () => {
    const { refusal } = await collect(
      craftWorkbook({ cells: '<row r="4"><c r="B4" t="s"><v>9</v></c></row>' }),
    )
    expect(refusal).toMatchObject({ code: 'sheet.damaged', place: { sheet: 'Orders', row: 4, column: 'B' } })
  })
})

describe('a day is read by its format and its calendar', () => {
  test('a number is a day where its format shows one', async () => {
    const row = FORMATS.map((_, at) => `<c r="${'ABCDE'[at]}1" s="${at + 1}"><v>46349.5</v></c>`).join('')
    expect(await cellsOf(row, { formats: FORMATS })).toEqual([
      ['A', 'date', '2026-11-23T12:00:00'],
      ['B', 'date', '2026-11-23T12:00:00'],
      ['C', 'number', '46349.5'],
      ['D', 'number', '46349.5'],
      ['E', 'number', '46349.5'],
    ])
  })

  test('the two calendars lie four years and a day apart', async () => {
    const cell = '<c r="A1" s="1"><v>44887</v></c>'
    expect(await cellsOf(cell, { formats: FORMATS })).toEqual([['A', 'date', '2022-11-22']])
    expect(await cellsOf(cell, { formats: FORMATS, date1904: true })).toEqual([['A', 'date', '2026-11-23']])
  })

  test.each([
    ['1', 'date', '1900-01-01'],
    ['59', 'date', '1900-02-28'],
    ['60', 'error', '60'],
    ['61', 'date', '1900-03-01'],
    ['2958465', 'date', '9999-12-31'],
    ['2958466', 'error', '2958466'],
    ['-1', 'error', '-1'],
  ])('serial %s of the 1900 calendar is %s %s', async (serial, kind, text) => {
    expect(await cellsOf(`<c r="A1" s="1"><v>${serial}</v></c>`, { formats: FORMATS })).toEqual([
      ['A', kind, text],
    ])
  })

  test('a day may be stored as ISO text', async () => {
    expect(await cellsOf('<c r="A1" t="d"><v>2026-11-23T00:00:00Z</v></c>')).toEqual([
      ['A', 'date', '2026-11-23'],
    ])
  })
})

import { expect, test } from 'vitest'
import type { Column } from './column.ts'
import { csvHead, csvRows } from './csv.ts'

const columns: Column<{ name: string; amount: string }>[] = [
  { key: 'name', head: '名称', text: row => row.name },
  { key: 'amount', head: '金额', unit: '元', kind: 'number', text: row => row.amount },
]
const rows = (name: string, amount = '1') => csvRows(columns, [{ name, amount }])

test('an export has the table’s heads, with units, and its cells', () => {
  expect(csvHead(columns)).toBe('名称,金额 (元)\r\n')
  expect(rows('汉口', '12.50')).toBe('汉口,12.50\r\n')
})

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(rows('a,"b"\nc')).toBe('"a,""b""\nc",1\r\n')
})

test('what a spreadsheet would run stays a text', () => {
  expect(rows('=HYPERLINK("http://x")')).toBe('"\'=HYPERLINK(""http://x"")",1\r\n')
  expect(rows('-2+3')).toBe("'-2+3,1\r\n")
  expect(rows('-2')).toBe('-2,1\r\n')
})

import { expect, it } from 'vitest'
import type { Column } from './column.ts'
import { exportCell, exportHeads } from './export-cells.ts'

const of = (text: string, kind?: Column<unknown>['kind']): Column<unknown> => ({
  key: 'k',
  head: '金额',
  text: () => text,
  ...(kind && { kind }),
})

it('figures go out as numbers, days as days, numbers of records as the texts they are', () => {
  expect(exportCell(of('-12.50', 'number'), {})).toEqual({ number: '-12.50' })
  expect(exportCell(of('2026-11-23'), {})).toEqual({ day: '2026-11-23' })
  expect(exportCell(of('0012', 'figures'), {})).toBe('0012')
  expect(exportCell(of('1,200', 'number'), {})).toBe('1,200')
})

it('a head has its unit after it', () => {
  expect(exportHeads([of(''), { ...of(''), unit: '元' }])).toEqual(['金额', '金额 (元)'])
})

import { expect, test } from 'vitest'
import { cellKey, cellsOf, type FixField, fieldsShown } from './typed.ts'

test('only the cells that were typed anew are sent, the order’s own without a line', () => {
  const typed = new Map([
    [cellKey(undefined, 'currency'), 'USD'],
    [cellKey(0, 'qty'), '3'],
  ])
  expect(cellsOf(typed)).toEqual([
    { column: 'currency', value: 'USD' },
    { line: 0, column: 'qty', value: '3' },
  ])
})

test('a form shows what is filled in, needed or wrong, and everything when asked', () => {
  const field = (name: string, level: 'order' | 'line', needed = false) =>
    ({ name, level, needed }) as unknown as FixField
  const fields = [field('orderNo', 'order', true), field('note', 'order'), field('qty', 'line', true)]
  const names = (isAll: boolean) => fieldsShown(fields, 'order', () => false, isAll).map(each => each.name)
  expect(names(false)).toEqual(['orderNo'])
  expect(names(true)).toEqual(['orderNo', 'note'])
})

import { expect, test } from 'vitest'
import { scrollToRow, windowOf } from './window.ts'

test('of ten thousand rows only those in sight and a few around are drawn', () => {
  expect(windowOf(5000, 500, 50, 10_000)).toEqual({ first: 94, end: 116 })
  expect(windowOf(0, 500, 50, 4)).toEqual({ first: 0, end: 4 })
  expect(windowOf(900, 500, 50, 3)).toEqual({ first: 3, end: 3 })
})

test('a row in sight does not move the list, one below or above just enough', () => {
  expect(scrollToRow(100, 200, 50, 3)).toBe(100)
  expect(scrollToRow(100, 200, 50, 6)).toBe(150)
  expect(scrollToRow(100, 200, 50, 0)).toBe(0)
})

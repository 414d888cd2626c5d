import { expect, it } from 'vitest'
import { directionOf, nextOrder } from './sorted.ts'

it('a head of words goes up first, then down, then back to the list’s own order', () => {
  expect(nextOrder('name', undefined, undefined)).toBe('name')
  expect(nextOrder('name', 'name', undefined)).toBe('-name')
  expect(nextOrder('name', '-name', undefined)).toBeUndefined()
})

it('a head of numbers shows the greatest first', () => {
  expect(nextOrder('taxes', '-name', 'number')).toBe('-taxes')
  expect(nextOrder('taxes', '-taxes', 'number')).toBe('taxes')
})

it('only the column that a list stands in the order of says a direction', () => {
  expect([directionOf('name', '-name'), directionOf('name', 'name'), directionOf('name', 'taxes')]).toEqual([
    'descending',
    'ascending',
    'none',
  ])
})

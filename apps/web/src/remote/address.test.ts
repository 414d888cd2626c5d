import { expect, test } from 'vitest'
import { isNested, pathOf, queryOf } from './address.ts'

test('a call has the address that its name spells', () => {
  expect(pathOf('customs.plan.whatIf')).toBe('/api/customs/plan/whatIf')
})

test('absent fields stay out of the query string, empty ones do not', () => {
  expect(queryOf({ id: 'a b', after: undefined, limit: 20, search: '' })).toBe('?id=a+b&limit=20&search=')
  expect(queryOf({})).toBe('')
})

test('an input with parts is posted', () => {
  expect(isNested({ id: 'x', fx: { USD: '7.1' } })).toBe(true)
  expect(isNested({ id: 'x', date: undefined })).toBe(false)
})

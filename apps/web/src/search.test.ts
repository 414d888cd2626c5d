import { expect, test } from 'vitest'
import { rulesSearch } from './rules/search.ts'
import { letterSearch, parseSearch, planSearch } from './search.ts'

test('a customs mode in the address stays a text', () => {
  expect(planSearch(parseSearch('?mode=0110&order=A-1'))).toMatchObject({ mode: '0110', order: 'A-1' })
})

test('what the page does not know counts as absent', () => {
  expect(planSearch(parseSearch('?tab=other&panel=x')).tab).toBeUndefined()
  expect(letterSearch(parseSearch('?q=&state=done'))).toEqual({})
  expect(rulesSearch(parseSearch('?date=yesterday')).date).toBeUndefined()
})

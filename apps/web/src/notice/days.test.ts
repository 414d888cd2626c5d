import { expect, test } from 'vitest'
import { byDay } from './days.ts'

test('what happened is put under its day in Shanghai, in the order in which it came', () => {
  const rows = ['2026-11-23T16:30:00Z', '2026-11-23T15:30:00Z', '2026-11-22T18:00:00Z'].map(at => ({ at }))
  expect(byDay(rows).map(([day, some]) => [day, some.length])).toEqual([
    ['2026-11-24', 1],
    ['2026-11-23', 2],
  ])
})

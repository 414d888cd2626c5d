import { expect, test } from 'vitest'
import { bucketsOf } from './buckets.ts'
import type { Figure } from './figures.ts'

const figure = (more: Partial<Figure>): Figure => ({
  key: 'a.b.c',
  name: { zh: '甲', en: 'A' },
  about: { zh: '甲', en: 'A' },
  unit: 'count',
  chart: 'time',
  asAt: '2026-11-24T01:02:33.000Z',
  value: '1',
  records: '/',
  series: [],
  parts: [],
  ...more,
})

test('the last sixty minutes end with the one that runs, and each has its place', () => {
  const part = { key: '2026-11-24T01:01:00.000Z', values: ['3', '1'] }
  const buckets = bucketsOf(figure({ chart: 'minutes', keys: 'minute', parts: [part] }))
  expect(buckets.length).toBe(60)
  expect(buckets.at(-1)).toEqual({ key: '2026-11-24T01:02:00.000Z', label: '09:02', part: undefined })
  expect(buckets.at(-2)?.part).toBe(part)
})

test('hours and days are those of Shanghai', () => {
  const period = { from: '2026-11-24', to: '2026-11-24' }
  const hours = bucketsOf(figure({ keys: 'hour', period }))
  expect([hours.length, hours[0]?.key, hours[0]?.label]).toEqual([24, '2026-11-23T16:00:00.000Z', '00:00'])
  const days = bucketsOf(figure({ keys: 'day', period: { from: '2026-11-18', to: '2026-11-24' } }))
  expect(days.map(each => each.label)).toEqual([
    '11-18',
    '11-19',
    '11-20',
    '11-21',
    '11-22',
    '11-23',
    '11-24',
  ])
})

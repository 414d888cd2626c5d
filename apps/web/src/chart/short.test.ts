import { expect, test } from 'vitest'
import { type ChartLook, optionOf } from './data.ts'
import { shortNumber } from './short.ts'

test('a number is short where it is long, as each language says it', () => {
  expect(shortNumber('12345.67', 'zh')).toBe('12,346')
  expect(shortNumber('12345678.90', 'zh')).toBe('1235万')
  expect(shortNumber('12345678.90', 'en')).toBe('12.35M')
  expect(shortNumber('-250000000', 'zh')).toBe('-2.5亿')
})

const look: ChartLook = {
  ink: 'black',
  line: 'grey',
  first: 'blue',
  second: 'brown',
  ground: 'white',
  family: 'sans-serif',
  letter: 14,
  isCalm: true,
}

test('the second series differs by its shape, and nothing moves where the reader wants it calm', () => {
  const series = [
    { name: 'a', values: [1] },
    { name: 'b', values: [2] },
  ]
  const option = optionOf({ labels: ['x'], series, short: String }, look)
  expect(option.animation).toBe(false)
  expect(option.series.map(each => each.data)).toEqual([[1], [-2]])
  expect(option.series.map(each => each.itemStyle)).toEqual([
    { color: 'blue' },
    { color: 'white', borderColor: 'brown', borderWidth: 1 },
  ])
})

import { expect, test } from 'vitest'
import { benchResult, spreadOf } from './bench.ts'

test('the median of an even number of runs lies between the two in the middle', () => {
  expect(spreadOf([4, 1, 3, 10])).toEqual({ min: 1, median: 3.5, max: 10, runs: 4 })
  expect(spreadOf([9, 2, 5])).toEqual({ min: 2, median: 5, max: 9, runs: 3 })
})

test('a figure without a run is refused', () => {
  expect(() => spreadOf([])).toThrow('no runs')
})

test('the ratio says how the median stands to the limit', () => {
  const result = benchResult('plan', 'lines/s', { name: 'goal', value: 200 }, [100, 300, 500])
  expect(result).toMatchObject({ value: 300, ratio: 1.5 })
})

import { expect, it } from 'vitest'
import { finalOf, needsRecount, roundOf } from './rules.ts'

it('counts a line again above the share, met exactly it does not', () => {
  const of = (expected: bigint, counted: bigint) => needsRecount(expected, counted, '0.01')
  expect([of(100n, 101n), of(100n, 99n), of(100n, 102n), of(100n, 98n)]).toEqual([false, false, true, true])
  expect([of(99n, 100n), of(50n, 50n), of(1_000_000n, 1_010_001n)]).toEqual([true, false, true])
})

it('counts again whatever is found where nothing was expected', () => {
  expect([needsRecount(0n, 1n, '0.5'), needsRecount(0n, 0n, '0.5')]).toEqual([true, false])
})

it('lets the second count stand over the first, nothing counted too', () => {
  expect([finalOf(5n, undefined), finalOf(5n, 0n), finalOf(undefined, undefined)]).toEqual([
    5n,
    0n,
    undefined,
  ])
})

it('has a round only while people count', () => {
  expect((['counting', 'recounting', 'counted', 'posted', 'cancelled'] as const).map(roundOf)).toEqual([
    1,
    2,
    undefined,
    undefined,
    undefined,
  ])
})

import { expect, test } from 'vitest'
import { stepPath } from './steps.ts'

test('a balance stands until it changes, whichever way round its lines are listed', () => {
  const steps = [
    { at: 200, value: 50 },
    { at: 100, value: 100 },
    { at: 0, value: 0 },
  ]
  expect(stepPath(steps)).toEqual({ path: 'M0.0 100.0H500.0V0.0H1000.0V50.0H1000', nought: undefined })
})

test('nought is drawn where a balance goes below it', () => {
  const steps = [
    { at: 0, value: -10 },
    { at: 1, value: 10 },
  ]
  expect(stepPath(steps).nought).toBe(50)
})

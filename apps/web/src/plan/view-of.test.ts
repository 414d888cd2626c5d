import { expect, it } from 'vitest'
import { viewOf } from './view-of.ts'

it('a plan opens on its orders, and on what is to be mended when there are none', () => {
  expect(viewOf({ planned: 3 }, undefined)).toBe('orders')
  expect(viewOf({ planned: 0 }, undefined)).toBe('fix')
})

it('the view that the address names is shown, whatever the plan holds', () => {
  expect(viewOf({ planned: 3 }, 'fix')).toBe('fix')
  expect(viewOf({ planned: 0 }, 'containers')).toBe('containers')
})

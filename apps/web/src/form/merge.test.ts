import { expect, it } from 'vitest'
import { meet } from './merge.ts'

const base = { name: '青砖茶', low: '5', days: ['1'] }

it('what only one of two changed is taken as that one changed it', () => {
  const met = meet(base, { ...base, low: '6' }, { ...base, name: '砖茶', days: ['1', '2'] })
  expect(met).toEqual({
    both: [],
    theirs: ['name', 'days'],
    merged: { name: '砖茶', low: '6', days: ['1', '2'] },
  })
})

it('what both changed to something else is to be chosen, and stands as mine until then', () => {
  const met = meet(base, { ...base, low: '6' }, { ...base, low: '7' })
  expect(met).toEqual({ both: ['low'], theirs: [], merged: { ...base, low: '6' } })
})

it('what both changed to the same is no conflict', () => {
  const both = { ...base, low: '6' }
  expect(meet(base, both, both)).toEqual({ both: [], theirs: [], merged: both })
})

import { expect, it } from 'vitest'
import { readingOf } from './index.ts'

it('reads a name as a dictionary does, and gives the letters that people type for it', () => {
  expect(readingOf('重庆港')).toEqual({ whole: 'chong qing gang', initials: 'cqg' })
  expect(readingOf('绿茶 USD')).toEqual({ whole: 'lv cha usd', initials: 'lc' })
})

it('leaves a name without Chinese as it is', () => {
  expect(readingOf('United Arab Emirates')).toEqual({ whole: 'united arab emirates', initials: '' })
})

import { expect, test } from 'vitest'
import { sizeText } from './size.ts'

test('a size is written in the largest unit that it fills', () => {
  expect([0, 999, 1536, 150 * 1024, 5 * 1024 ** 3].map(sizeText)).toEqual([
    '0 B',
    '999 B',
    '1.5 KB',
    '150 KB',
    '5.0 GB',
  ])
})

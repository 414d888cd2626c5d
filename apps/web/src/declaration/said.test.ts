import { expect, it } from 'vitest'
import { saidText } from './said.ts'

it('the counter’s words are read without its brackets, each with its code', () => {
  expect(saidText('[Code:2600;Desc:放行]')).toBe('放行（2600）')
  expect(saidText('[Code:1;Desc:甲][Code:2;Desc:乙]')).toBe('甲（1）；乙（2）')
})

it('words of another shape stay as they are', () => {
  expect(saidText('报关单放行')).toBe('报关单放行')
})

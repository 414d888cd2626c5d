import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wrapped } from './wrap.ts'

/** A full-width character takes two places, any other one. */
const widthOf = (char: string) => (/[\u2e80-\uffef]/.test(char) ? 2 : 1)
const widthIn = (text: string) => [...text].reduce((sum, char) => sum + widthOf(char), 0)

it('Chinese breaks between characters, but no line begins with a stop or ends with an opening bracket', () => {
  expect(wrapped('毛绒玩具，电子产品。', 8, widthOf)).toEqual(['毛绒玩', '具，电子', '产品。'])
  expect(wrapped('毛绒玩（具）', 8, widthOf)).toEqual(['毛绒玩', '（具）'])
})

it('English breaks at spaces, and within a word only where it is wider than the line', () => {
  expect(wrapped('desk lamp of glass', 9, widthOf)).toEqual(['desk lamp', 'of glass'])
  expect(wrapped('HKB-0001-ABCDEFGH', 6, widthOf)).toEqual(['HKB-00', '01-ABC', 'DEFGH'])
})

it('loses no character but spaces at ends of lines, and no line of several characters is wider than it may be', () => {
  const text = fc.array(fc.constantFrom(...'毛绒玩具，。（）ab c-1 ')).map(each => each.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 20 }), (given, width) => {
      const lines = wrapped(given, width, widthOf)
      expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''))
      for (const line of lines) if ([...line].length > 1) expect(widthIn(line)).toBeLessThanOrEqual(width)
    }),
  )
})

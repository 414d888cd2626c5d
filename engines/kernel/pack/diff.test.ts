import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffLines } from './diff.ts'

const shown = (before: string, after: string) =>
  diffLines(before, after).hunks.map(hunk => hunk.map(({ sign, number, text }) => `${sign}${number} ${text}`))

it('shows the changed line with those around it, and each change in its own place', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\n'
  expect(shown(before, before.replace('b', 'B').replace('h', 'H'))).toEqual([
    [' 1 a', '-2 b', '+2 B', ' 3 c', ' 4 d'],
    [' 6 f', ' 7 g', '-8 h', '+8 H', ' 9 i'],
  ])
})

it('joins changes that stand near each other', () => {
  expect(shown('a\nb\nc\nd', 'A\nb\nc\nD')).toEqual([['-1 a', '+1 A', ' 2 b', ' 3 c', '-4 d', '+4 D']])
})

it('of equal texts there is nothing to show', () => {
  expect(diffLines('a\nb\n', 'a\nb\n')).toEqual({ hunks: [], added: 0, removed: 0, isCoarse: false })
  expect(shown('', 'x\n')).toEqual([['+1 x']])
})

it('removing what is marked − and keeping the rest gives the later text, whatever the texts', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const { hunks, added, removed } = diffLines(before.join('\n'), after.join('\n'))
      const all = hunks.flat()
      const said = all.filter(({ sign }) => sign === '+').map(({ number, text }) => [number, text])
      for (const [number, text] of said) expect(after[(number as number) - 1]).toBe(text)
      for (const { sign, number, text } of all) if (sign === '-') expect(before[number - 1]).toBe(text)
      expect(before.length - removed + added).toBe(after.length)
    }),
  )
})

it('tells a long middle as replaced instead of comparing for ever', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word}${n}`).join('\n')
  const found = diffLines(`same\n${long('a')}`, `same\n${long('b')}`)
  expect(found).toMatchObject({ isCoarse: true, added: 3000, removed: 3000 })
})

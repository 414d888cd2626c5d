import { expect, test } from 'vitest'
import type { Letter, LetterRow } from '../remote/contracts.ts'
import { chaptersOf, selectRows, unbroken } from './select.ts'

const row = (no: number, section: string, more: Partial<LetterRow> = {}): LetterRow => ({
  row: no,
  section,
  unit: 'commerce',
  title: { zh: `事项${no}`, en: `Row ${no}` },
  does: { zh: '登记', en: 'Keeps a list' },
  kind: 'register',
  engines: ['register'],
  state: 'none',
  servedBy: [],
  ...more,
})

const letter: Letter = {
  letter: {
    title: { zh: '答复', en: 'Reply' },
    about: { zh: '答复一件提案', en: 'Answers a proposal' },
    number: '1',
    author: 'commerce',
    dated: '2023-07-31',
    published: '2023-09-28',
    figuresAsAt: '2023-07-31',
  },
  sections: [
    { id: '一', zh: '做法', en: 'Handling' },
    { id: '一(一)', in: '一', zh: '领导', en: 'Leadership' },
    { id: '三', zh: '下一步', en: 'Next' },
  ],
  units: [{ id: 'commerce', zh: '市商务局', en: 'Bureau of Commerce' }],
  rows: [
    row(1, '一(一)', { state: 'whole', figure: { zh: '8个园区', en: '8 parks' } }),
    row(2, '三', { unit: 'finance' }),
  ],
  counts: { none: 1, part: 0, whole: 1 },
}

const numbers = (wanted: Parameters<typeof selectRows>[1]) =>
  selectRows(letter, wanted, 'zh').map(one => one.row)

test('a section holds the rows of its parts', () => {
  expect(numbers({ section: '一' })).toEqual([1])
})

test('unit, state and words each narrow the rows', () => {
  expect(numbers({ unit: 'finance' })).toEqual([2])
  expect(numbers({ state: 'whole' })).toEqual([1])
  expect(numbers({ q: '园区' })).toEqual([1])
  expect(numbers({ q: '园区', state: 'none' })).toEqual([])
})

test('a heading stays while one of its parts has rows, and goes with the last of them', () => {
  const headings = (wanted: Parameters<typeof selectRows>[1]) =>
    chaptersOf(letter, selectRows(letter, wanted, 'zh'), 'zh').map(one => one.id)
  expect(headings({})).toEqual(['一', '一(一)', '三'])
  expect(headings({ unit: 'finance' })).toEqual(['三'])
})

test('a date does not break at its hyphens, a word may', () => {
  expect(unbroken('2023-07-31 rail-water')).toBe('2023\u201107\u201131 rail-water')
})

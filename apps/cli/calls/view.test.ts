import { expect, it } from 'vitest'
import { viewed } from './view.ts'

const name = { zh: '名称', en: 'Name' }
const amount = { zh: '数额', en: 'Amount' }
const none = { zh: '没有', en: 'None' }

it('lays a table out by places on the screen, numbers to the right, texts in the reader’s language', () => {
  const table = {
    columns: [{ title: name }, { title: amount, right: true }],
    rows: [
      [{ zh: '茶', en: 'Tea' }, '1.50'],
      [undefined, 12],
    ],
    none,
  }
  expect(viewed([{ table }], 'zh')).toBe('名称  数额\n茶    1.50\n        12\n')
  expect(viewed([{ table }], 'en')).toBe('Name  Amount\nTea     1.50\n          12\n')
  expect(viewed([{ table: { ...table, rows: [] } }], 'en')).toBe('None\n')
})

it('sets facts one under the other, leaves out those that are not there, and parts by an empty line', () => {
  const facts = [
    [name, 'x'],
    [amount, undefined],
    [none, 0],
  ] as const
  expect(viewed([{ facts }, { note: none }], 'en')).toBe('Name  x\nNone  0\n\nNone\n')
})

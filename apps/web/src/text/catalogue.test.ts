import { expect, test } from 'vitest'
import { catalogue, inLanguage } from './catalogue.ts'

const texts = catalogue({
  title: { zh: '计划', en: 'Plans' },
  orders: { zh: (count: number) => `${count} 单`, en: (count: number) => `${count} orders` },
})

test('a catalogue speaks the language that is asked for', () => {
  expect(inLanguage(texts, 'zh').title).toBe('计划')
  expect(inLanguage(texts, 'en').orders(3)).toBe('3 orders')
})

test('an entry without one of the languages does not compile', () => {
  // @ts-expect-error English is missing
  catalogue({ title: { zh: '计划' } })
  // @ts-expect-error one wording has a place, the other has none
  catalogue({ orders: { zh: (count: number) => `${count} 单`, en: 'orders' } })
  expect(Object.keys(texts)).toEqual(['title', 'orders'])
})

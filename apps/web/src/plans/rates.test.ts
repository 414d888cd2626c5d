import { expect, test } from 'vitest'
import { fxOf, isBook, sizeText } from './rates.ts'

const row = (currency: string, rate: string) => ({ key: 1, currency, rate })

test('rates are taken as they were typed, empty rows are passed over', () => {
  expect(fxOf([row('usd', ' 7.10 '), row('', '')])).toEqual({ fx: { USD: '7.10' } })
})

test('a rate of zero, a word or a wrong currency is named, never sent', () => {
  for (const bad of [row('USD', '0'), row('USD', 'seven'), row('US', '7'), row('', '7.1')]) {
    expect(fxOf([row('EUR', '7.8'), bad])).toEqual({ bad })
  }
})

test('only order books are taken', () => {
  expect(isBook('货柜.XLSX')).toBe(true)
  expect(isBook('orders.xls')).toBe(false)
})

test('a size reads in the unit that fits', () => {
  expect([sizeText(900), sizeText(1536), sizeText(5 * 1024 ** 2)]).toEqual(['900 B', '1.5 KB', '5.0 MB'])
})

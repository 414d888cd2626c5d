import { expect, test } from 'vitest'
import { ratesText } from './rates-text.ts'

test('rates are read out of their text, none is an empty text, a law is no rates', () => {
  expect(ratesText('{"USD":"7.1","EUR":"8.236"}')).toBe('USD 7.1, EUR 8.236')
  expect(ratesText('{}')).toBe('')
  expect(ratesText('财关税〔2018〕49号')).toBeUndefined()
})

import { expect, it } from 'vitest'
import { counterTime, isRefusal, signatureOf } from './timeline.ts'

it('a stamp of the counter reads as a time, anything else as it is', () => {
  expect(counterTime('20261123101508123')).toBe('2026-11-23 10:15:08')
  expect(counterTime('soon')).toBe('soon')
})

it('what was not signed is not said to be', () => {
  expect(signatureOf(null)).toBeUndefined()
  expect(signatureOf({ algorithm: 'rsa' })).toBe('rsa')
})

it('a rejection, an error and a held receipt stand out', () => {
  expect(isRefusal({ what: 'receipt', status: '100' })).toBe(true)
  expect(isRefusal({ what: 'receipt', status: '-999999' })).toBe(true)
  expect(isRefusal({ what: 'receipt', status: '120' })).toBe(false)
  expect(isRefusal({ what: 'sent' })).toBe(false)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newCode, readCode, shownCode } from './code.ts'

const ALPHABET = '23456789ACEFHJKMNPRTWXY'

it('a fresh code reads back as it is printed, typed in small letters or with spaces', () => {
  for (let n = 0; n < 200; n++) {
    const code = newCode()
    expect(shownCode(code)).toMatch(/^[2-9A-Y]{4}-[2-9A-Y]{4}-[2-9A-Y]{4}$/)
    expect(readCode(shownCode(code))).toBe(code)
    expect(readCode(` ${shownCode(code).toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
  }
})

it('no code holds a character that is mistaken for another', () => {
  for (let n = 0; n < 200; n++) expect(newCode()).not.toMatch(/[01BDGILOQSUVZ]/)
})

it('one wrong character, and any two that changed places, are always found', () => {
  const place = fc.integer({ min: 0, max: 11 })
  fc.assert(
    fc.property(place, place, fc.constantFrom(...ALPHABET), (first, second, wrong) => {
      const code = newCode()
      const chars = [...code]
      if (chars[first] !== wrong) expect(readCode(chars.with(first, wrong).join(''))).toBeUndefined()
      const swapped = chars.with(first, chars[second]!).with(second, chars[first]!).join('')
      if (swapped !== code) expect(readCode(swapped)).toBeUndefined()
    }),
  )
})

it.each(['', '2222', 'HKB-0001', '0222-2222-2222', '2222-2222-22222'])('%j is no code', text => {
  expect(readCode(text)).toBeUndefined()
})

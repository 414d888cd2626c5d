import { expect, it } from 'vitest'
import { inventedBuyer } from '../example.ts'
import { masked } from './mask.ts'

it('identity numbers are hidden wherever they stand, and nothing else is', () => {
  const card = inventedBuyer(1)
  const xml = `<ceb:buyerIdNumber>${card}</ceb:buyerIdNumber><ceb:orderNo>EX-1</ceb:orderNo><note>payer ${card}.</note>`
  const seen = masked(xml)
  expect(seen).not.toContain(card)
  expect(seen).toContain('<ceb:orderNo>EX-1</ceb:orderNo>')
  expect(seen.match(/\*{14}/g)).toHaveLength(2)
})

it('a number that is no identity card stays: eighteen digits may name an order', () => {
  expect(masked('<orderNo>123456789012345678</orderNo>')).toContain('123456789012345678')
})

it('the numbers of buyers in the note of a declaration are hidden, their names are not', () => {
  const note = '采购商：A LLC，阿联酋，证件号码：P1234567；B LLC，印度，证件号码：Z7654321'
  expect(masked(`<NoteS><![CDATA[${note}]]></NoteS>`)).toBe(
    '<NoteS><![CDATA[采购商：A LLC，阿联酋，证件号码：P1****67；B LLC，印度，证件号码：Z7****21]]></NoteS>',
  )
})

it('a passport in a field for identity numbers is hidden as well', () => {
  expect(masked('<payerIdNumber>E12345678</payerIdNumber>')).toBe('<payerIdNumber>E1*****78</payerIdNumber>')
})

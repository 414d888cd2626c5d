import { expect, test } from 'vitest'
import { cents } from '../part/amount.ts'
import { inRank, mainReason, type OrderJson, usedKinds } from './order-json.ts'

const plan: OrderJson = {
  orderNo: 'A-1',
  value: { cny: '100.00' },
  chosen: '9710',
  modes: [
    { mode: '9610', allowed: false, reasons: [] },
    { mode: '0110', allowed: true, reasons: [], netCost: '-5.00' },
    { mode: '1210', allowed: 'undetermined', reasons: [] },
    { mode: '1039', allowed: true, reasons: [], netCost: '-40.00' },
    { mode: '9710', allowed: true, reasons: [], netCost: '10.00' },
  ],
}

test('the chosen mode stands first even when it is not the cheapest, the refused last', () => {
  expect(inRank(plan, cents).map(mode => mode.mode)).toEqual(['9710', '1039', '0110', '1210', '9610'])
})

test('a kind of tax that comes to nothing everywhere takes no column', () => {
  expect(usedKinds([{ duty: '0.00', vat: '13.00' }, undefined, { postal: '0.00' }])).toEqual(['vat'])
})

test('a note on the tariff edition is never told as the reason of a refusal', () => {
  const edition = { code: 'tariff.edition', text: 'rates are of 2020' }
  const brand = { code: 'brand.not_authorised', text: 'branded goods' }
  const need = { code: 'needs.refundRate', text: 'the refund rate is not known' }
  const mode = (allowed: false | 'undetermined') => ({
    mode: '1039',
    allowed,
    reasons: [edition, need, brand],
  })
  expect(mainReason(mode(false))).toBe(brand)
  expect(mainReason(mode('undetermined'))).toBe(need)
})

import { expect, it } from 'vitest'
import { faultOf } from './rules.ts'

const kinds = {
  own: { zh: '自有仓', en: 'own', inside: 'CN', district: 'none' },
  bonded: { zh: '保税仓', en: 'bonded', inside: 'CN', district: 'needed' },
  abroad: { zh: '海外仓', en: 'abroad', outside: 'CN', district: 'none' },
} as const

it.each([
  ['own', 'CN', undefined, undefined],
  ['own', 'DE', undefined, 'warehouse.country_unfit'],
  ['own', 'CN', '4719', 'warehouse.district_unfit'],
  ['bonded', 'CN', '4719', undefined],
  ['bonded', 'CN', undefined, 'warehouse.district_needed'],
  ['bonded', 'DE', '4719', 'warehouse.country_unfit'],
  ['abroad', 'DE', undefined, undefined],
  ['abroad', 'CN', undefined, 'warehouse.country_unfit'],
  ['floating', 'CN', undefined, 'warehouse.kind_unknown'],
])('a warehouse of kind %s in %s under %s: %s', (kind, country, customsDistrict, fault) => {
  expect(faultOf(kinds, { kind, country, customsDistrict })).toBe(fault)
})

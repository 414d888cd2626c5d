import { expect, it } from 'vitest'
import type { CodeRow, CodeTable } from './codes.ts'
import { bookLookup } from './lookups.ts'

const row = (
  table: CodeTable,
  code: string,
  zh: string,
  extra: Record<string, string> = {},
  en = '',
): CodeRow => ({
  table,
  code,
  zh,
  ...(en !== '' && { en }),
  extra,
})

const lookup = bookLookup({
  units: [
    row('units', '011', '件', { also: 'pcs|pc' }, 'piece'),
    row('units', '035', '千克', { also: 'kg|公斤' }),
  ],
  countries: [
    row('countries', 'ARE', '阿联酋', { alpha2: 'AE' }, 'United Arab Emirates'),
    row('countries', 'ARE', '阿拉伯联合酋长国', { formerCustomsCode: '138' }),
    row('countries', 'ZZZ', '国(地)别不详'),
  ],
  currencies: [row('currencies', 'USD', '美元', {}, 'US dollar')],
  tariff: [],
})

it('finds a unit by code, by Chinese name and by other names in any case or width', () => {
  expect(['011', '件', 'PCS', 'piece', 'ｐｃｓ'].map(text => lookup.unit(text)?.code)).toEqual(
    Array(5).fill('011'),
  )
  expect(lookup.unit('公斤')?.code).toBe('035')
  expect(lookup.unit('box')).toBeUndefined()
})

it('finds a country by alpha-2 and alpha-3 and gives both, also under the official name', () => {
  expect(lookup.country('ae')).toMatchObject({ alpha2: 'AE', alpha3: 'ARE' })
  expect(lookup.country('ARE')?.alpha2).toBe('AE')
  expect(lookup.country('阿拉伯联合酋长国')?.alpha2).toBe('AE')
})

it('knows no country without an alpha-2 code', () => {
  expect(lookup.country('ZZZ')).toBeUndefined()
})

it('finds a currency by code and knows no other', () => {
  expect(lookup.currency('usd')?.code).toBe('USD')
  expect(lookup.currency('XXX')).toBeUndefined()
})

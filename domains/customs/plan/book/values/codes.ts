import { bad, good, type Reader } from './value.ts'

export const readUnit: Reader = (raw, field, tables) => {
  // A unit code typed as a number has lost its zeros: codes have three digits.
  const text = raw.kind === 'number' && /^\d{1,3}$/.test(raw.text) ? raw.text.padStart(3, '0') : raw.text
  const found = tables.unit(text)
  return found ? good(found.code) : bad('input.unit_unknown', raw, { example: field.example })
}

export const readCountry: Reader = (raw, field, tables) => {
  const found = tables.country(raw.text)
  return found ? good(found.alpha2) : bad('input.country_unknown', raw, { example: field.example })
}

export const readCurrency: Reader = (raw, field, tables) => {
  const found = tables.currency(raw.text)
  return found ? good(found.code) : bad('input.currency_unknown', raw, { example: field.example })
}

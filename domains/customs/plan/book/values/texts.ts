import type { Field } from '../../fields.ts'
import { bad, good, type Parsed, type Raw, type Reader } from './value.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/
/** A double keeps 15 digits of an integer exactly; a spreadsheet turns the rest into zeros. */
const EXACT_DIGITS = 15

function bounded(raw: Raw, text: string, field: Field): Parsed {
  if (CONTROL.test(text)) return bad('input.control_character', raw)
  if (text.length > field.maxLength)
    return bad('input.too_long', raw, { found: text.length, limit: field.maxLength })
  return good(text)
}

export const readText: Reader = (raw, field) =>
  raw.kind === 'boolean'
    ? bad('input.not_text', raw)
    : bounded(raw, raw.text.replace(/[\t\r\n]+/g, ' '), field)

/** A number of a thing or person: one digit lost makes it another's. */
export const readIdentifier: Reader = (raw, field) => {
  if (raw.kind === 'boolean') return bad('input.not_text', raw)
  const digits = raw.text.replace(/\D/g, '').length
  if (raw.kind === 'number' && digits > EXACT_DIGITS) return bad('input.digits_lost', raw)
  if (/^\d(\.\d+)?E\+\d+$/i.test(raw.text)) return bad('input.digits_lost', raw)
  return bounded(raw, raw.text.replace(/\s+/g, ' '), field)
}

/** Codes have an even number of digits: an odd one, typed as a number, has lost its first zero. */
export const readHs: Reader = (raw, field) => {
  const text = raw.text.normalize('NFKC').replace(/[\s.]/g, '')
  if (raw.kind === 'number' && /^\d{3,9}$/.test(raw.text) && raw.text.length % 2 === 1)
    return bad('input.leading_zero_lost', raw)
  if (raw.kind === 'date' || raw.kind === 'boolean' || (raw.kind === 'number' && raw.text.includes('.')))
    return bad('input.hs_shape', raw, { example: field.example })
  return /^\d{4,10}$/.test(text) ? good(text) : bad('input.hs_shape', raw, { example: field.example })
}

const yes = new Set(['yes', 'y', 'true', '1', '是', '有', '√', '✓'])
const no = new Set(['no', 'n', 'false', '0', '否', '无', '×', '✗'])

export const readYesNo: Reader = raw => {
  if (yes.has(raw.text)) return good(true)
  if (no.has(raw.text)) return good(false)
  const text = raw.text.normalize('NFKC').toLowerCase()
  if (yes.has(text)) return good(true)
  if (no.has(text)) return good(false)
  return bad('input.not_yes_no', raw)
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** The values of each field of choices, by what may be written for them. */
const choices = new WeakMap<Field, ReadonlyMap<string, string>>()

function choicesOf(field: Field): ReadonlyMap<string, string> {
  const known = choices.get(field)
  if (known) return known
  const made = new Map<string, string>()
  for (const { value, zh, en } of field.choices)
    for (const name of [value, zh, en]) made.set(name, value).set(folded(name), value)
  choices.set(field, made)
  return made
}

export const readChoice: Reader = (raw, field) => {
  const known = choicesOf(field)
  const found = known.get(raw.text) ?? known.get(folded(raw.text))
  if (found !== undefined) return good(found)
  const named = field.choices.map(({ value, zh }) => (value === zh ? value : `${value}（${zh}）`))
  const values = field.choices.map(({ value }) => value).join(', ')
  return bad('input.not_a_choice', raw, { choices: values, choicesZh: named.join('、') })
}

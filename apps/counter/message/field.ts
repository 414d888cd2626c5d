/** One element of a field table. */
export interface Field {
  readonly name: string
  readonly isRequired: boolean
  readonly form: Form
}

export type Form =
  | { readonly kind: 'text'; readonly longest: number; readonly isExact: boolean }
  | { readonly kind: 'number'; readonly digits: number; readonly decimals: number }
  | { readonly kind: 'time'; readonly digits: 8 | 14 }
  | { readonly kind: 'one of'; readonly values: readonly string[] }
  | { readonly kind: 'guid' }

/**
 * Reads a field table as it is written down: names in their order, `!` behind those that must be there and `?`
 * behind the others, then the form:
 *
 *     C60 text up to 60 characters · C=3 exactly 3 · N16,2 a number of 16 digits, 2 of them decimals
 *     T14 yyyyMMddHHmmss · T8 yyyyMMdd · {I,E} one of these · G 36 characters, letters in upper case
 *      nothing: text, where the table states no length: then up to `longest`
 */
export function fields(table: string, longest = 1000): readonly Field[] {
  return table
    .trim()
    .split(/\s+/)
    .map(entry => field(entry, longest))
}

function field(entry: string, longest: number): Field {
  const [, name = '', mark, form = ''] = /^([A-Za-z]\w*)([!?])(.*)$/.exec(entry) ?? []
  if (!name) throw new Error(`no field: ${entry}`)
  return { name, isRequired: mark === '!', form: formOf(form, longest) }
}

function formOf(form: string, longest: number): Form {
  if (form === '') return { kind: 'text', longest, isExact: false }
  if (form === 'G') return { kind: 'guid' }
  if (form === 'T8' || form === 'T14') return { kind: 'time', digits: form === 'T8' ? 8 : 14 }
  const text = /^C(=?)(\d+)$/.exec(form)
  if (text) return { kind: 'text', longest: Number(text[2]), isExact: text[1] === '=' }
  const number = /^N(\d+)(?:,(\d))?$/.exec(form)
  if (number) return { kind: 'number', digits: Number(number[1]), decimals: Number(number[2] ?? 0) }
  const choice = /^\{(.+)\}$/.exec(form)
  if (choice) return { kind: 'one of', values: choice[1]!.split(',') }
  throw new Error(`no form: ${form}`)
}

import { bad, good, type Reader } from './value.ts'

const FORMS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
]

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Year first, in any of the forms that leave no doubt which number is the month. */
export const readDay: Reader = (raw, field) => {
  const text = raw.kind === 'date' ? raw.text.slice(0, 10) : raw.text.normalize('NFKC').replace(/\s/g, '')
  for (const form of raw.kind === 'number' ? [] : FORMS) {
    const [, year = '', month = '', day = ''] = form.exec(text) ?? []
    if (year !== '' && isDay(Number(year), Number(month), Number(day)))
      return good(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  }
  return bad('input.bad_date', raw, { example: field.example })
}

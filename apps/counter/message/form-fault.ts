import type { Form } from './field.ts'

/** What is wrong with the form of a text that is not empty; undefined where nothing is. */
export function formFault(form: Form, text: string): string | undefined {
  switch (form.kind) {
    case 'text':
      return textFault(form, text)
    case 'number':
      return numberFault(form, text)
    case 'time':
      return isTime(text, form.digits)
        ? undefined
        : `应为 ${form.digits === 8 ? 'yyyyMMdd' : 'yyyyMMddHHmmss'}`
    case 'one of':
      return form.values.includes(text) ? undefined : `应为 ${form.values.join('、')} 之一`
    case 'guid':
      return /^[0-9A-Z-]{36}$/.test(text) ? undefined : '应为 36 位，字母大写'
  }
}

function textFault({ longest, isExact }: Form & { kind: 'text' }, text: string): string | undefined {
  const length = text.length <= longest ? text.length : [...text].length
  if (length > longest) return `长度 ${length}，超过 ${longest}`
  return isExact && length !== longest ? `长度应为 ${longest}` : undefined
}

function numberFault({ digits, decimals }: Form & { kind: 'number' }, text: string): string | undefined {
  const [, whole, part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === undefined) return '不是数字'
  if (part.length > decimals) return `小数超过 ${decimals} 位`
  return whole.length > digits - decimals ? `整数超过 ${digits - decimals} 位` : undefined
}

/** Whether digits name a day, or a day and a time, that exist. */
export function isTime(text: string, digits: 8 | 14): boolean {
  if (text.length !== digits || !/^\d+$/.test(text)) return false
  const [year, month, day, hour, minute, second] = [
    [0, 4],
    [4, 6],
    [6, 8],
    [8, 10],
    [10, 12],
    [12, 14],
  ].map(([from, to]) => Number(text.slice(from, to))) as [number, number, number, number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false
  return digits === 8 || (hour < 24 && minute < 60 && second < 60)
}

import { type FaultCode, shown } from '../fault.ts'
import type { Kind } from '../kind.ts'

/** The ways in which the counters write a time; all are local time in China (Asia/Shanghai). */
const FORMATS = {
  yyyyMMdd: /^(\d{4})(\d{2})(\d{2})$/,
  yyyyMMddHHmmss: /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/,
  yyyyMMddHHmmssSSS: /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\d{3}$/,
  'yyyy-MM-dd': /^(\d{4})-(\d{2})-(\d{2})$/,
  'yyyy-MM-ddTHH:mm:ss': /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/,
} as const

export type TimeFormat = keyof typeof FORMATS

/** A day or time in one of the counters' formats; a day that no calendar has is refused. */
export function time(format: TimeFormat): Kind {
  const expression = FORMATS[format]
  return {
    format,
    check(found) {
      const parts = expression.exec(found)
      if (parts && isTime(parts.slice(1).map(Number))) return undefined
      return { code: 'message.not_a_date', params: { found: shown(found), expected: format } }
    },
    sample: pick => written(format, pick),
    wrong: wrongTimes(format),
  }
}

/** A date and time of XML Schema, as the exchange platform writes it: perhaps with fractions and a zone. */
export function dateTime(): Kind {
  const plain = time('yyyy-MM-ddTHH:mm:ss')
  return {
    format: 'yyyy-MM-ddTHH:mm:ss',
    check(found, context) {
      const [, local = ''] = /^(.{19})(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?$/.exec(found) ?? []
      return plain.check(local, context) && plain.check(found, context)
    },
    sample: plain.sample,
    wrong: plain.wrong,
  }
}

function isTime([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: number[]): boolean {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day <= last && hour < 24 && minute < 60 && second < 60
}

function written(format: TimeFormat, pick: (n: number) => number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return format
    .replace('yyyy', String(2016 + pick(20)))
    .replace('MM', two(1 + pick(12)))
    .replace('dd', two(1 + pick(28)))
    .replace('HH', two(pick(24)))
    .replace('mm', two(pick(60)))
    .replace('ss', two(pick(60)))
    .replace('SSS', String(pick(1000)).padStart(3, '0'))
}

function wrongTimes(format: TimeFormat): Kind['wrong'] {
  const code: FaultCode = 'message.not_a_date'
  const day = format
    .replace('yyyy', '2026')
    .replace(/HH|mm|ss/g, '00')
    .replace('SSS', '000')
  return [
    { text: day.replace('MM', '02').replace('dd', '30'), code },
    { text: day.replace('MM', '13').replace('dd', '01'), code },
    { text: '2026/11/23', code },
    { text: `${day.replace('MM', '01').replace('dd', '01')}0`, code },
  ]
}

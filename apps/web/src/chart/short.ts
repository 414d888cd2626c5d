import type { Language } from '../text/catalogue.ts'

const locales = { zh: 'zh-CN', en: 'en' } as const
const shorts = {
  zh: new Intl.NumberFormat(locales.zh, { notation: 'compact', maximumSignificantDigits: 4 }),
  en: new Intl.NumberFormat(locales.en, { notation: 'compact', maximumSignificantDigits: 4 }),
}
const wholes = {
  zh: new Intl.NumberFormat(locales.zh, { maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat(locales.en, { maximumFractionDigits: 0 }),
}

/** So many digits are taken in at a glance; more are said by their size. */
const GLANCE = 100_000

/** A number as it is read from afar: "12,345", "1235万", "12.35M". What is exact stands behind it. */
export function shortNumber(value: string | number, language: Language): string {
  const number = Number(value)
  return (Math.abs(number) < GLANCE ? wholes : shorts)[language].format(number)
}

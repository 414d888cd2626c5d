import type { Language } from '../text/catalogue.ts'

const speakers = {
  zh: new Intl.DisplayNames('zh-CN', { type: 'region', fallback: 'code' }),
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }),
}

/** The country's name in the reader's language; an unknown code stays as it is. */
export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (speakers[language].of(code) ?? code) : code
}

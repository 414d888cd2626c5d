import type { Language } from './catalogue.ts'

const key = 'lang'
let current: Language | undefined

/** The language in use: the one chosen here before, else Chinese. */
export function languageNow(): Language {
  current ??= localStorage.getItem(key) === 'en' ? 'en' : 'zh'
  return current
}

export function rememberLanguage(language: Language): void {
  current = language
  localStorage.setItem(key, language)
}

import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { type Catalogue, inLanguage, type Language, type Texts } from './catalogue.ts'
import { languageNow, rememberLanguage } from './remembered.ts'

interface Choice {
  readonly language: Language
  choose(language: Language): void
}

const Chosen = createContext<Choice>({ language: 'zh', choose: () => {} })

/** Keeps the reader's language: in the page's `lang`, in this browser's memory, in every request. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(languageNow)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const choose = useCallback((next: Language) => {
    rememberLanguage(next)
    setLanguage(next)
  }, [])
  const choice = useMemo(() => ({ language, choose }), [language, choose])
  return <Chosen value={choice}>{children}</Chosen>
}

export function useLanguage(): Choice {
  return use(Chosen)
}

/** A page's texts in the reader's language. */
export function useTexts<C extends Catalogue>(entries: C): Texts<C> {
  const { language } = use(Chosen)
  return useMemo(() => inLanguage(entries, language), [entries, language])
}

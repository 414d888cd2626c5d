import { chooseScheme, useScheme } from '../look/scheme.ts'
import { Bell } from '../notice/Bell.tsx'
import { useLanguage, useTexts } from '../text/language.tsx'
import { Account } from './Account.tsx'
import { MoonIcon, SearchIcon, SunIcon } from './icons.tsx'
import { shellTexts } from './shell.texts.ts'

/** The right end of the bar: search, language, colours, account. */
export function Corner({ onFind }: { onFind: () => void }) {
  const t = useTexts(shellTexts)
  const { language, choose } = useLanguage()
  const scheme = useScheme()
  const turn = scheme === 'dark' ? 'light' : 'dark'
  return (
    <div className="corner">
      <button
        type="button"
        className="find"
        onClick={onFind}
        data-testid="palette-open"
        aria-keyshortcuts="Control+K"
      >
        <SearchIcon />
        <span>{t.find}</span>
        <i className="key" aria-hidden="true">
          Ctrl K
        </i>
      </button>
      <button
        type="button"
        className="icon"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
        data-testid="language"
        aria-label={t.language}
        title={t.language}
      >
        {language === 'zh' ? 'EN' : '中'}
      </button>
      <button
        type="button"
        className="icon"
        onClick={() => chooseScheme(turn)}
        data-testid="scheme"
        aria-label={t[turn]}
        title={t[turn]}
      >
        {scheme === 'dark' ? <SunIcon /> : <MoonIcon />}
      </button>
      <Bell />
      <Account />
    </div>
  )
}

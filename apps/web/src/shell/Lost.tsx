import { Link } from '@tanstack/react-router'
import { useTexts } from '../text/language.tsx'
import { shellTexts } from './shell.texts.ts'

/** Where an address leads nowhere. */
export function Lost() {
  const t = useTexts(shellTexts)
  return (
    <div className="page">
      <div className="sheet empty">
        <h1>{t.lostTitle}</h1>
        <p>{t.lostRemedy}</p>
        <Link className="button" to="/" data-back>
          {t.back}
        </Link>
      </div>
    </div>
  )
}

import { useTitle } from '../part/title.ts'
import { useTexts } from '../text/language.tsx'
import { homeTexts } from './home.texts.ts'

/** Where the day begins: what waits for the reader, what is late, what they started. */
export function HomePage() {
  const t = useTexts(homeTexts)
  useTitle(t.title)
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
      </header>
    </div>
  )
}

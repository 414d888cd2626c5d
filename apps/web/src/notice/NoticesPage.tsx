import { useTitle } from '../part/title.ts'
import { useTexts } from '../text/language.tsx'
import { noticeTexts } from './notice.texts.ts'

/** What the reader was told. */
export function NoticesPage() {
  const t = useTexts(noticeTexts)
  useTitle(t.title)
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
      </header>
    </div>
  )
}

import { useTitle } from '../part/title.ts'
import { useTexts } from '../text/language.tsx'
import { guideTexts } from './guide.texts.ts'

/** Every component of the console in its states. */
export function GuidePage() {
  const t = useTexts(guideTexts)
  useTitle(t.title)
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
      </header>
    </div>
  )
}

import { useTitle } from '../part/title.ts'
import { useTexts } from '../text/language.tsx'
import { wallTexts } from './wall.texts.ts'

/** Figures for a wall, each opening its records. */
export function WallPage() {
  const t = useTexts(wallTexts)
  useTitle(t.title)
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
      </header>
    </div>
  )
}

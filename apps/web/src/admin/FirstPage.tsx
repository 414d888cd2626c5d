import { Navigate } from '@tanstack/react-router'
import { useTitle } from '../part/title.ts'
import { useWho } from '../remote/session.ts'
import { useTexts } from '../text/language.tsx'
import { adminTexts } from './admin.texts.ts'
import { pagesFor } from './pages.ts'

/** Leads to the first page that the reader may open. */
export function FirstPage() {
  const t = useTexts(adminTexts)
  useTitle(t.desk)
  const { who } = useWho()
  if (who === undefined) return null
  const first = pagesFor(who?.permissions ?? [])[0]
  return first ? <Navigate to={first.to} replace /> : <div className="sheet empty">{t.nothing}</div>
}

import { DeskFrame } from '../look/DeskFrame.tsx'
import { useTexts } from '../text/language.tsx'
import './admin.css'
import { adminTexts } from './admin.texts.ts'
import { adminPages } from './pages.ts'

/** The desk of whoever runs the installation: who is here, what each may do, how the house stands. */
export function AdminDesk() {
  const t = useTexts(adminTexts)
  return <DeskFrame className="admin" label={t.pages} pages={adminPages} names={t} />
}

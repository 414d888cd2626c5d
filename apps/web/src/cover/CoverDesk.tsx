import { DeskFrame } from '../look/DeskFrame.tsx'
import { useTexts } from '../text/language.tsx'
import './cover.css'
import { coverTexts } from './cover.texts.ts'

const pages = [
  { to: '/covers/guarantees', name: 'guarantees', needs: 'customs.guarantee.read' },
  { to: '/covers/taxes', name: 'taxes', needs: 'customs.tax.read' },
  { to: '/covers/books', name: 'books', needs: 'customs.book.read' },
] as const

/** The desk of what stands good for taxes: guarantees, the bills they answer for, bonded books. */
export function CoverDesk() {
  const t = useTexts(coverTexts)
  return <DeskFrame className="covers" label={t.pages} pages={pages} names={t} />
}

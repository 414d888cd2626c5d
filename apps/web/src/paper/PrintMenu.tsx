import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useMay } from '../remote/session.ts'
import { useTexts } from '../text/language.tsx'
import './paper.css'
import { paperTexts } from './paper.texts.ts'

const PrintPanel = lazy(() => import('./PrintPanel.tsx').then(m => ({ default: m.PrintPanel })))

/** Of what papers are printed: a declaration, or an order of a plan. */
export type PaperSubject =
  | { readonly declaration: string }
  | { readonly plan: string; readonly orderNo: string }

/** A button with the papers that can be printed of something, and those that were. */
export function PrintMenu({ of }: { of: PaperSubject }) {
  const t = useTexts(paperTexts)
  const mayRead = useMay('customs.paper.read')
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    const closed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setOpen(false)
      box.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('keydown', closed, true)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('keydown', closed, true)
    }
  }, [isOpen])
  if (!mayRead) return null
  return (
    <div className="print-menu print-not" ref={box}>
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        data-testid="print-open"
      >
        {t.print}
      </button>
      {isOpen ? (
        <Suspense>
          <PrintPanel of={of} />
        </Suspense>
      ) : null}
    </div>
  )
}

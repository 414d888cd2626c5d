import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useTexts } from '../text/language.tsx'
import { Corner } from './Corner.tsx'
import { LetterIcon, PlansIcon, RulesIcon, TablesIcon } from './icons.tsx'
import { useKeys } from './keys.ts'
import './shell.css'
import { shellTexts } from './shell.texts.ts'

const Palette = lazy(() => import('./Palette.tsx').then(({ Palette }) => ({ default: Palette })))

/** What surrounds every page: the way around, search, language, colours, account. */
export function Shell() {
  const t = useTexts(shellTexts)
  const [isOpen, setOpen] = useState(false)
  const open = useCallback(() => setOpen(true), [])
  const close = useCallback(() => setOpen(false), [])
  useKeys(open)
  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className="bar">
        <Link to="/" className="wordmark" aria-label={t.home}>
          通衢<small>Tongqu</small>
        </Link>
        <nav aria-label={t.main} className="ways">
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            <LetterIcon />
            <span>{t.letter}</span>
          </Link>
          <Link to="/plans">
            <PlansIcon />
            <span>{t.plans}</span>
          </Link>
          <Link to="/rules">
            <RulesIcon />
            <span>{t.rules}</span>
          </Link>
          <Link to="/tables">
            <TablesIcon />
            <span>{t.tables}</span>
          </Link>
        </nav>
        <Corner onFind={open} />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {isOpen ? (
        <Suspense>
          <Palette close={close} />
        </Suspense>
      ) : null}
    </>
  )
}

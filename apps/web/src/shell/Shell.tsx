import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Leaving } from '../form/Leaving.tsx'
import { useWho } from '../remote/session.ts'
import { useTexts } from '../text/language.tsx'
import { Trouble } from '../trouble/Trouble.tsx'
import { Corner } from './Corner.tsx'
import { Guard } from './Guard.tsx'
import { useKeys } from './keys.ts'
import './shell.css'
import { shellTexts } from './shell.texts.ts'
import { Ways } from './Ways.tsx'

const KeysHelp = lazy(() => import('./KeysHelp.tsx').then(({ KeysHelp }) => ({ default: KeysHelp })))
const Palette = lazy(() => import('./Palette.tsx').then(({ Palette }) => ({ default: Palette })))

/** On another page the keyboard starts at its content, not where the last page left it. */
function useFocusOnNewPage(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('content')?.focus({ preventScroll: true })
  }, [pathname])
}

/** Whoever is signed in has the rail beside every page. */
function useRail(): void {
  const { who } = useWho()
  useLayoutEffect(() => {
    if (who === undefined) return
    document.documentElement.classList.toggle('has-rail', who !== null)
  }, [who])
}

/** What surrounds every page: the way around, search, language, colours, account. */
export function Shell() {
  const t = useTexts(shellTexts)
  const [isOpen, setOpen] = useState(false)
  const open = useCallback(() => setOpen(true), [])
  const close = useCallback(() => setOpen(false), [])
  const [isHelping, setHelping] = useState(false)
  const help = useCallback(() => setHelping(true), [])
  useKeys(open, help)
  useRail()
  useFocusOnNewPage()
  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className="bar">
        <Link to="/" className="wordmark" title={t.home}>
          通衢<small>Tongqu</small>
        </Link>
        <Ways />
        <Corner onFind={open} />
      </header>
      <Trouble />
      <Leaving />
      <main id="content" tabIndex={-1}>
        <Guard>
          <Outlet />
        </Guard>
      </main>
      {isOpen ? (
        <Suspense>
          <Palette close={close} />
        </Suspense>
      ) : null}
      {isHelping ? (
        <Suspense>
          <KeysHelp close={() => setHelping(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

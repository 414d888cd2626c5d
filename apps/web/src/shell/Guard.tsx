import { useLocation } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import type { SignedIn } from '../remote/answers.ts'
import { learnWho } from '../remote/known.ts'
import { useWho } from '../remote/session.ts'

const SetUpPage = lazy(() => import('../account/SetUpPage.tsx').then(page => ({ default: page.SetUpPage })))

/** Pages that need nobody's role. */
const OPEN = ['/sign-in', '/welcome']

/**
 * Where the role of whoever signs in requires a second factor that is not there, the page to set it up stands in place
 * of every other. It stays until its reader goes on: recovery codes are shown once.
 */
export function Guard({ children }: { children: ReactNode }) {
  const { who } = useWho()
  const { pathname } = useLocation()
  const [required, setRequired] = useState<SignedIn['secondFactor']>()
  const now = who?.secondFactor
  useEffect(() => {
    if (now?.state === 'needed') setRequired(now)
    if (who === null) setRequired(undefined)
  }, [now, who])
  if (!required || OPEN.includes(pathname)) return children
  const done = () => {
    learnWho()
    setRequired(undefined)
  }
  return (
    <Suspense>
      <SetUpPage required={required} done={done} />
    </Suspense>
  )
}

import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWho } from '../remote/session.ts'
import { Entrance } from './Entrance.tsx'
import './home.css'
import { Today } from './Today.tsx'

/** Rows of the letter had their place here once: `/#row-44`. */
function useOldLetterLinks(): void {
  const { hash } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    if (/^row-\d+$/.test(hash)) void navigate({ to: '/letter', hash, replace: true })
  }, [hash, navigate])
}

/** Where the day begins; for whoever is not signed in, the house's entrance. */
export function HomePage() {
  useOldLetterLinks()
  const { who, isUnreachable } = useWho()
  if (who) return <Today name={who.account.name} />
  return who === null || isUnreachable ? <Entrance /> : <div className="page" aria-busy="true" />
}

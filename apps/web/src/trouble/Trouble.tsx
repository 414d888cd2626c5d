import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { lookNow, onTrouble, troubleNow } from '../remote/trouble.ts'
import { useTexts } from '../text/language.tsx'
import { isRenewed } from './renewed.ts'
import './trouble.css'
import { troubleTexts } from './trouble.texts.ts'

const load = () => import('./Asked.tsx').then(({ Asked }) => ({ default: Asked }))
const Asked = lazy(load)

/** What stands between the page and the server, said calmly; what the person has to settle, in a dialog over it. */
export function Trouble() {
  const t = useTexts(troubleTexts)
  const { isAway, ask } = useSyncExternalStore(onTrouble, troubleNow)
  const [wasRenewed, setRenewed] = useState(isRenewed)
  // The dialog is fetched before it is needed: when it is, there may be nobody to fetch it from.
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), 3000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <div role="status" className="trouble" data-testid="trouble">
        {isAway ? (
          <p className="trouble-line away" data-testid="away">
            <span>{t.away}</span>
            <button type="button" className="button" onClick={lookNow}>
              {t.look}
            </button>
          </p>
        ) : null}
        {wasRenewed ? (
          <p className="trouble-line" data-testid="renewed">
            <span>{t.renewed}</span>
            <button type="button" className="button" onClick={() => setRenewed(false)}>
              {t.close}
            </button>
          </p>
        ) : null}
      </div>
      {ask ? (
        <Suspense>
          <Asked ask={ask} />
        </Suspense>
      ) : null}
    </>
  )
}

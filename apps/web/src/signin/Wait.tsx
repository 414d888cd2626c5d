import { useEffect, useState } from 'react'
import { useTexts } from '../text/language.tsx'
import { signInTexts } from './signin.texts.ts'

interface Props {
  /** Milliseconds since 1970 at which the next try is looked at. */
  until: number
  over: () => void
}

/** After too many failed tries: until when, by the clock and counted down. */
export function Wait({ until, over }: Props) {
  const t = useTexts(signInTexts)
  const [now, setNow] = useState(Date.now)
  const left = Math.ceil((until - now) / 1000)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (left <= 0) over()
  }, [left, over])
  const clock = new Date(until).toLocaleTimeString('zh-CN', { hour12: false })
  return (
    <div className="refusal" role="alert" data-testid="sign-in-wait">
      <p className="title">{t.locked(clock)}</p>
      <p aria-hidden="true">{t.left(Math.max(left, 0))}</p>
      <p>{t.lockedAbout}</p>
    </div>
  )
}

import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { forget, unsent } from '../part/kept.ts'
import { useTexts } from '../text/language.tsx'
import './leaving.css'
import { formTexts } from './form.texts.ts'

/**
 * Asks once when a page is left whose form holds something that was typed and not sent. A reload is not asked about:
 * the draft is there again.
 */
export function Leaving() {
  const blocked = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && unsent().length > 0,
    withResolver: true,
    enableBeforeUnload: false,
  })
  if (blocked.status !== 'blocked') return null
  return <Question stay={blocked.reset} leave={blocked.proceed} />
}

function Question({ stay, leave }: { stay: () => void; leave: () => void }) {
  const t = useTexts(formTexts)
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!box.current?.open) box.current?.showModal()
  }, [])
  const discard = () => {
    forget(unsent())
    leave()
  }
  return (
    <dialog
      ref={box}
      className="leaving"
      aria-labelledby="leaving"
      onCancel={event => {
        event.preventDefault()
        stay()
      }}
      data-testid="leaving"
    >
      <h2 id="leaving">{t.leaving}</h2>
      <p className="second">{t.leavingAbout}</p>
      <div className="form-actions">
        <button type="button" className="button main" onClick={stay} data-testid="leaving-stay">
          {t.stay}
        </button>
        <button type="button" className="button" onClick={leave} data-testid="leaving-leave">
          {t.leave}
        </button>
        <button type="button" className="button" onClick={discard} data-testid="leaving-discard">
          {t.discard}
        </button>
      </div>
    </dialog>
  )
}

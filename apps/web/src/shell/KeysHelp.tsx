import { useEffect, useRef } from 'react'
import { useTexts } from '../text/language.tsx'
import './keys.css'
import { shellTexts } from './shell.texts.ts'

/** What keys do, everywhere in the house. */
export function KeysHelp({ close }: { close: () => void }) {
  const t = useTexts(shellTexts)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  const keys = [
    ['Ctrl K', t.keyPalette],
    ['/', t.keySearch],
    ['↑ ↓', t.keyArrows],
    ['Enter', t.keyEnter],
    ['Esc', t.keyEsc],
    ['?', t.keyHelp],
  ]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself; the click is on its backdrop.
    <dialog
      ref={dialog}
      className="keys-help"
      aria-label={t.keysTitle}
      onClose={close}
      onClick={event => event.target === dialog.current && close()}
      data-testid="keys-help"
    >
      <h2>{t.keysTitle}</h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd className="key">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" onClick={close}>
        {t.close}
      </button>
    </dialog>
  )
}

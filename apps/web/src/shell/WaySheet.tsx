import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTexts } from '../text/language.tsx'
import { shellTexts } from './shell.texts.ts'
import { inGroups, type Way } from './way-list.ts'

interface Props {
  ways: readonly Way[]
  current: Way | undefined
  close: () => void
}

/** All ways, on a phone: a sheet that comes up from the bottom. */
export function WaySheet({ ways, current, close }: Props) {
  const t = useTexts(shellTexts)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself; the click is on its backdrop.
    <dialog
      ref={dialog}
      className="way-sheet"
      aria-label={t.allWays}
      onClose={close}
      onClick={event => event.target === dialog.current && close()}
      data-testid="way-sheet"
    >
      {inGroups(ways).map(group => (
        <div key={group[0]?.to} className="way-sheet-group">
          {group.map(way => (
            <Link
              key={way.to}
              to={way.to}
              className={way === current ? 'way active' : 'way'}
              activeProps={{}}
              aria-current={way === current ? 'page' : undefined}
              onClick={close}
            >
              <way.icon />
              <span>{t[way.name]}</span>
            </Link>
          ))}
        </div>
      ))}
      <button type="button" className="button" onClick={close}>
        {t.close}
      </button>
    </dialog>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '../text/language.tsx'
import './palette.css'
import { paletteTexts } from './palette.texts.ts'
import { useFound } from './use-found.ts'

/** The command palette: one field that finds pages, actions and every record that one may see. */
export function Palette({ close }: { close: () => void }) {
  const t = useTexts(paletteTexts)
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const { groups, isFailed, isBusy } = useFound(words)
  const found = groups.flatMap(({ items }) => items)
  const chosen = Math.min(at, found.length - 1)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, listId])
  const run = (index: number) => {
    const item = found[index]
    if (!item) return
    close()
    if (item.run) item.run()
    else if (item.to) navigate({ href: item.to })
  }
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((chosen + step + found.length) % Math.max(1, found.length))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(chosen)
    }
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself; the click is on its backdrop.
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t.title}
      onClose={close}
      onClick={event => event.target === dialog.current && close()}
      data-testid="palette"
    >
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${chosen}` : undefined}
        aria-label={t.title}
        placeholder={t.hint}
        value={words}
        onChange={event => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={pressed}
        autoComplete="off"
      />
      <div role="listbox" id={listId} aria-label={t.title} className="palette-list" tabIndex={-1}>
        {groups.map(({ name, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of a form's fields.
          <div key={name} role="group" aria-label={name} className="palette-group">
            <p className="palette-kind" aria-hidden="true">
              {name}
            </p>
            {items.map(item => {
              const index = found.indexOf(item)
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are taken by the field above.
                <div
                  key={item.key}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === chosen}
                  onClick={() => run(index)}
                  onPointerMove={() => setAt(index)}
                >
                  <span className="palette-label">{item.label}</span>
                  <span className="quiet">{item.note}</span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {found.length === 0 && !isBusy ? (
        <p className="palette-none">{isFailed ? t.failed : t.nothing}</p>
      ) : null}
      <p className="palette-keys quiet">
        <span>{t.keys}</span>
        <button type="button" className="button" onClick={close}>
          {t.close}
        </button>
      </p>
    </dialog>
  )
}

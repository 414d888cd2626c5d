import { useId, useState } from 'react'
import { dayAndTime } from '../part/time.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import './conflict.css'
import { formTexts } from './form.texts.ts'
import { meet } from './merge.ts'

interface Props<T> {
  base: T
  mine: T
  theirs: T
  /** Who changed it meanwhile, and when. */
  by: { readonly zh: string; readonly en: string } | undefined
  at: string | undefined
  nameOf: (field: keyof T) => string
  /** A field as a person reads it. */
  show: (field: keyof T, of: T) => string
  /** Goes on with what was chosen. */
  take: (chosen: T) => void
  /** Leaves one's own change. */
  leave: () => void
}

type Side = 'mine' | 'theirs'

/** Somebody else changed the record meanwhile: both sides, field by field, and the choice between them. */
export function Conflict<T extends object>({
  base,
  mine,
  theirs,
  by,
  at,
  nameOf,
  show,
  take,
  leave,
}: Props<T>) {
  const t = useTexts(formTexts)
  const { language } = useLanguage()
  const id = useId()
  const [chosen, setChosen] = useState<Partial<Record<keyof T, Side>>>({})
  const met = meet(base, mine, theirs)
  const isOpen = met.both.some(field => chosen[field] === undefined)
  const result = () => {
    const taken = met.both.filter(field => chosen[field] === 'theirs').map(field => [field, theirs[field]])
    return { ...met.merged, ...Object.fromEntries(taken) } as T
  }
  return (
    <section className="sheet conflict" aria-labelledby={id} role="alert" data-testid="conflict">
      <h2 id={id}>{t.conflict(by?.[language] ?? t.somebody, at ? dayAndTime(at) : '')}</h2>
      <p className="second">{met.both.length > 0 ? t.conflictChoose : t.conflictNone}</p>
      {met.both.map(field => (
        <fieldset key={String(field)} data-testid={`conflict-${String(field)}`}>
          <legend>{nameOf(field)}</legend>
          {(['mine', 'theirs'] as const).map(side => (
            <label key={side} className="conflict-side">
              <input
                type="radio"
                name={`${id}${String(field)}`}
                checked={chosen[field] === side}
                onChange={() => setChosen({ ...chosen, [field]: side })}
                data-testid={`conflict-${String(field)}-${side}`}
              />
              <span>
                <b>{side === 'mine' ? t.mine : t.theirs}</b>
                <span className="conflict-value">
                  {show(field, side === 'mine' ? mine : theirs) || t.nothing}
                </span>
              </span>
            </label>
          ))}
          <p className="quiet conflict-value">{t.before(show(field, base) || t.nothing)}</p>
        </fieldset>
      ))}
      {met.theirs.length > 0 ? (
        <div data-testid="conflict-theirs">
          <p className="second">{t.theirsOnly}</p>
          <ul>
            {met.theirs.map(field => (
              <li key={String(field)} className="conflict-value">
                {nameOf(field)} {show(field, base) || t.nothing} → {show(field, theirs) || t.nothing}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="form-actions">
        <button
          type="button"
          className="button main"
          disabled={isOpen}
          onClick={() => take(result())}
          data-testid="conflict-take"
        >
          {t.takeChosen}
        </button>
        <button type="button" className="button" onClick={leave} data-testid="conflict-leave">
          {t.leaveMine}
        </button>
      </div>
    </section>
  )
}

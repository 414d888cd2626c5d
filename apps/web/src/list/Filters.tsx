import type { ReactNode } from 'react'
import { useTexts } from '../text/language.tsx'
import { useConditions } from './conditions.ts'
import './filters.css'
import { listTexts } from './list.texts.ts'

interface Props {
  children: ReactNode
  /** How much is shown, told to a screen reader when it changes. */
  shown?: string | undefined
  /** Takes all conditions away; absent while there are none. */
  clear?: (() => void) | undefined
  className?: string
  testId?: string
}

/**
 * The conditions of a list, in one line; on a phone the words have a line of their own. Those that are set stand
 * below, each to be taken away.
 */
export function Filters({ children, shown, clear, className, testId }: Props) {
  const t = useTexts(listTexts)
  const conditions = useConditions()
  return (
    <search className={`filters ${className ?? ''}`}>
      {children}
      {shown === undefined ? null : (
        <span className="filters-shown quiet figures" role="status" data-testid={testId}>
          {shown}
        </span>
      )}
      {conditions.length > 0 ? (
        <ul className="conditions" aria-label={t.conditions} data-testid="conditions">
          {conditions.map(({ label, value, clear: away }) => (
            <li key={label}>
              <button type="button" className="tag" onClick={away} title={t.takeAway(label)}>
                {t.condition(label, value)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
          {clear ? (
            <li>
              <button type="button" className="plain link" onClick={clear}>
                {t.clear}
              </button>
            </li>
          ) : null}
        </ul>
      ) : clear ? (
        <button type="button" className="plain link" onClick={clear}>
          {t.clear}
        </button>
      ) : null}
    </search>
  )
}

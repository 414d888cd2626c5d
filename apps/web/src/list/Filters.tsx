import type { ReactNode } from 'react'
import { useTexts } from '../text/language.tsx'
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

/** The conditions of a list, in one line; on a phone the words have a line of their own. */
export function Filters({ children, shown, clear, className, testId }: Props) {
  const t = useTexts(listTexts)
  return (
    <search className={`filters ${className ?? ''}`}>
      {children}
      {shown === undefined ? null : (
        <span className="filters-shown quiet figures" role="status" data-testid={testId}>
          {shown}
        </span>
      )}
      {clear ? (
        <button type="button" className="plain link" onClick={clear}>
          {t.clear}
        </button>
      ) : null}
    </search>
  )
}

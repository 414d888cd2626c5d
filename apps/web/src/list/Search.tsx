import type { KeyboardEvent } from 'react'
import { useCondition } from './conditions.ts'
import { useTyped } from './use-typed.ts'

interface Props {
  label: string
  hint: string
  /** The words that the address holds. */
  value: string | undefined
  change: (words: string | undefined) => void
}

/**
 * The page's field for words: `/` comes here, the arrow down goes on to the first row. What is typed stands here
 * first and in the address after: an input method's half-made syllables (pinyin) are neither lost nor searched.
 */
export function Search({ label, hint, value, change }: Props) {
  const { text, setText, tell } = useTyped(value, change)
  useCondition(label, value, () => change(undefined))
  return (
    <input
      className="field"
      type="search"
      data-search
      aria-label={label}
      placeholder={hint}
      value={text}
      onChange={event => {
        setText(event.target.value)
        if (!(event.nativeEvent as InputEvent).isComposing) tell(event.target.value)
      }}
      onCompositionEnd={event => tell(event.currentTarget.value)}
      onKeyDown={toFirstRow}
    />
  )
}

function toFirstRow(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
  const row = document.querySelector<HTMLElement>('main [data-row]')
  if (!row) return
  event.preventDefault()
  row.focus()
}

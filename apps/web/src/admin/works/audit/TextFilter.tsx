import { useCondition } from '../../../list/conditions.ts'
import { useTyped } from '../../../list/use-typed.ts'

interface Props {
  label: string
  hint: string
  value: string | undefined
  change: (text: string | undefined) => void
  testId: string
}

/** A condition that is typed, beside the page's field for words. */
export function TextFilter({ label, hint, value, change, testId }: Props) {
  const { text, setText, tell } = useTyped(value, change)
  useCondition(label, value, () => change(undefined))
  return (
    <input
      className="field"
      type="text"
      aria-label={label}
      placeholder={hint}
      spellCheck={false}
      autoComplete="off"
      value={text}
      onChange={event => {
        setText(event.target.value)
        if (!(event.nativeEvent as InputEvent).isComposing) tell(event.target.value)
      }}
      onCompositionEnd={event => tell(event.currentTarget.value)}
      data-testid={testId}
    />
  )
}

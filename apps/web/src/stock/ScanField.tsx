import { type KeyboardEvent, useId, useState } from 'react'
import { SearchIcon } from '../shell/icons.tsx'

interface Props {
  label: string
  hint: string
  /** Takes the code; what it answers is told below, and read out. */
  take: (code: string) => string | undefined
  testId?: string
}

/** One field for codes, typed or scanned: a scanner types the code and presses Enter. */
export function ScanField({ label, hint, take, testId }: Props) {
  const id = useId()
  const [code, setCode] = useState('')
  const [said, setSaid] = useState<string>()
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    // Inside a form Enter would send it.
    event.preventDefault()
    if (code.trim() === '') return
    setSaid(take(code.trim()))
    setCode('')
  }
  return (
    <div className="scan">
      <label htmlFor={id} className="unseen">
        {label}
      </label>
      <SearchIcon />
      <input
        id={id}
        className="field"
        data-search
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        placeholder={hint}
        value={code}
        onChange={event => setCode(event.target.value)}
        onKeyDown={pressed}
        data-testid={testId}
      />
      <p role="status" className="scan-said">
        {said}
      </p>
    </div>
  )
}

import type { ReactNode } from 'react'
import { Labelled } from './Labelled.tsx'

interface Common {
  place: string
  label: string
  about?: ReactNode
  className?: string
  testId?: string
}

interface TextProps extends Common {
  value: string
  change: (value: string) => void
  hint?: string
  /** `decimal` brings the keys for numbers on a phone and lines figures up. */
  kind?: 'text' | 'decimal' | 'code' | 'date' | 'password'
  /** What a browser may fill in; absent: nothing. */
  complete?: 'current-password' | 'new-password' | 'one-time-code'
  isFirst?: boolean
}

/** A line of text, a number, a code, a day. */
export function TextField({
  value,
  change,
  hint,
  kind = 'text',
  complete,
  isFirst,
  testId,
  ...rest
}: TextProps) {
  return (
    <Labelled {...rest}>
      {bound => (
        <input
          {...bound}
          className={kind === 'text' || kind === 'password' ? 'field' : 'field figures'}
          type={kind === 'date' || kind === 'password' ? kind : 'text'}
          inputMode={kind === 'decimal' ? 'decimal' : undefined}
          autoComplete={complete ?? 'off'}
          autoCapitalize={kind === 'code' ? 'characters' : undefined}
          spellCheck={kind === 'text' ? undefined : false}
          // biome-ignore lint/a11y/noAutofocus: a form opened by its button begins in its first field.
          autoFocus={isFirst}
          placeholder={hint}
          value={value}
          onChange={event => change(event.target.value)}
          data-testid={testId}
        />
      )}
    </Labelled>
  )
}

interface ChoiceProps<V extends string> extends Common {
  value: V | ''
  options: readonly { readonly value: V; readonly name: string }[]
  change: (value: V | '') => void
  /** What stands first, while nothing is chosen. */
  none: string
}

/** One of a few. */
export function ChoiceField<V extends string>(props: ChoiceProps<V>) {
  const { value, options, change, none, testId, ...rest } = props
  return (
    <Labelled {...rest}>
      {bound => (
        <select
          {...bound}
          className="field"
          value={value}
          onChange={event => change(options.find(each => each.value === event.target.value)?.value ?? '')}
          data-testid={testId}
        >
          <option value="">{none}</option>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

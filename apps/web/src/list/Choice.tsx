import { useCondition } from './conditions.ts'

interface Props<V extends string> {
  label: string
  /** What it says while nothing is chosen. */
  every: string
  value: V | undefined
  options: readonly { readonly value: V; readonly name: string }[]
  change: (value: V | undefined) => void
  className?: string
  /** It orders the list and narrows nothing. */
  isOrder?: boolean
  testId?: string
}

/** A condition out of a few, or none. */
export function Choice<V extends string>(props: Props<V>) {
  const { label, every, value, options, change, className, isOrder, testId } = props
  const chosen = isOrder ? undefined : options.find(option => option.value === value)?.name
  useCondition(label, chosen, () => change(undefined))
  return (
    <select
      className={className ? `field ${className}` : 'field'}
      aria-label={label}
      value={value ?? ''}
      onChange={event => change(options.find(option => option.value === event.target.value)?.value)}
      data-testid={testId}
    >
      <option value="">{every}</option>
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  )
}

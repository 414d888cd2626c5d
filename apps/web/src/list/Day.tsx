import { useCondition } from './conditions.ts'

interface Props {
  label: string
  /** An ISO day. */
  value: string | undefined
  change: (day: string | undefined) => void
  testId?: string
}

/** A condition that is a day. */
export function Day({ label, value, change, testId }: Props) {
  useCondition(label, value, () => change(undefined))
  return (
    <input
      className="field figures"
      type="date"
      aria-label={label}
      value={value ?? ''}
      onChange={event => change(event.target.value || undefined)}
      data-testid={testId}
    />
  )
}

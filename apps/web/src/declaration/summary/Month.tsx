import { useTexts } from '../../text/language.tsx'
import { summaryTexts } from './summary.texts.ts'

interface Props {
  /** As in 2026-11. */
  value: string | undefined
  change: (month: string | undefined) => void
}

/** A condition that is a month. */
export function Month({ value, change }: Props) {
  const t = useTexts(summaryTexts)
  return (
    <input
      className="field figures"
      type="month"
      aria-label={t.month}
      value={value ?? ''}
      onChange={event => change(event.target.value || undefined)}
      data-testid="summary-month"
    />
  )
}

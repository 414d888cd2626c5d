import { useLanguage } from '../text/language.tsx'
import { grouped } from './amount.ts'
import { signOf } from './decimal.ts'

/** An amount with its thousands apart; negative in words for a screen reader, zero in quieter ink. */
export function Amount({ value, signed }: { value: string | undefined; signed?: boolean }) {
  const { language } = useLanguage()
  if (value === undefined) return <span className="quiet">—</span>
  const sign = signOf(value)
  const text = (signed && sign > 0 ? '+' : '') + grouped(value)
  if (sign === 0) return <span className="quiet">{text}</span>
  if (sign > 0) return text
  return (
    <>
      <span aria-hidden="true">{text}</span>
      <span className="unseen">{(language === 'zh' ? '负 ' : 'minus ') + grouped(value.slice(1))}</span>
    </>
  )
}

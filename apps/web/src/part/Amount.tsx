import { useLanguage } from '../text/language.tsx'
import { cents, grouped } from './amount.ts'

/** An amount with its thousands apart; negative in words for a screen reader, zero in quieter ink. */
export function Amount({ value, signed }: { value: string | undefined; signed?: boolean }) {
  const { language } = useLanguage()
  if (value === undefined) return <span className="quiet">—</span>
  const size = cents(value)
  const text = (signed && size > 0n ? '+' : '') + grouped(value)
  if (size === 0n) return <span className="quiet">{text}</span>
  if (size > 0n) return text
  return (
    <>
      <span aria-hidden="true">{text}</span>
      <span className="unseen">{(language === 'zh' ? '负 ' : 'minus ') + grouped(value.slice(1))}</span>
    </>
  )
}

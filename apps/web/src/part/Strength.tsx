import type { Language } from '../text/catalogue.ts'
import { useTexts } from '../text/language.tsx'
import './strength.css'
import { strengthTexts } from './strength.texts.ts'

const bars = { official: 3, secondary: 2, weak: 1, assumed: 0 } as const

const isKnown = (strength: string): strength is keyof typeof bars => Object.hasOwn(bars, strength)

export function strengthName(strength: string, language: Language): string {
  return isKnown(strength) ? strengthTexts[strength][language] : strength
}

/** How well a rule is founded: bars and a word; the full meaning on hovering. */
export function Strength({ of }: { of: string }) {
  const t = useTexts(strengthTexts)
  if (!isKnown(of)) return <span className="tag">{of}</span>
  return (
    <span className={`strength ${of}`} title={t[`${of}Why`]}>
      <span aria-hidden="true" className="strength-bars">
        {[1, 2, 3].map(bar => (
          <i key={bar} className={bar <= bars[of] ? 'full' : ''} />
        ))}
      </span>
      {t[of]}
    </span>
  )
}

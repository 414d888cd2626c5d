import { StateMark } from '../../part/StateMark.tsx'
import { spanText } from '../../part/time-left.ts'
import { useNow } from '../../part/use-now.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { holdsTexts } from './holds.texts.ts'

const soon = 60 * 60_000

/** How long a hold still lasts, running. */
export function TimeLeft({ until }: { until: string | undefined }) {
  const t = useTexts(holdsTexts)
  const { language } = useLanguage()
  const now = useNow(15_000)
  if (until === undefined) return <span className="quiet">{t.noEnd}</span>
  const left = Date.parse(until) - now
  if (left <= 0) return <StateMark state="refused">{t.over}</StateMark>
  return <StateMark state={left < soon ? 'waits' : 'runs'}>{t.leftFor(spanText(left, language))}</StateMark>
}

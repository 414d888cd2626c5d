import { useLanguage, useTexts } from '../text/language.tsx'
import { partTexts } from './part.texts.ts'
import { StateMark } from './StateMark.tsx'
import { spanText } from './time-left.ts'
import { useNow } from './use-now.ts'

const soon = 60 * 60_000

/** How long something still lasts, running; absent: without end. */
export function TimeLeft({ until }: { until: string | undefined }) {
  const t = useTexts(partTexts)
  const { language } = useLanguage()
  const now = useNow(15_000)
  if (until === undefined) return <span className="quiet">{t.noEnd}</span>
  const left = Date.parse(until) - now
  if (left <= 0) return <StateMark state="refused">{t.over}</StateMark>
  return <StateMark state={left < soon ? 'waits' : 'runs'}>{t.leftFor(spanText(left, language))}</StateMark>
}

import { StateMark } from '../part/StateMark.tsx'
import { daysBetween } from '../part/time-left.ts'
import { dayOf } from '../part/today.ts'
import { useNow } from '../part/use-now.ts'
import { useTexts } from '../text/language.tsx'
import { stockTexts } from './stock.texts.ts'

/** A day on which something is due; while it is waited for, how many days are left or over. */
export function DueDay({ day, isOpen }: { day: string | undefined; isOpen: boolean }) {
  const t = useTexts(stockTexts)
  const today = dayOf(useNow(60_000))
  if (!day) return <span className="quiet">—</span>
  if (!isOpen) return <span className="figures nowrap">{day}</span>
  const left = daysBetween(today, day)
  const words = left < 0 ? t.late(-left) : left === 0 ? t.onDay : t.inDays(left)
  return (
    <span className="due figures nowrap">
      {day}
      <StateMark state={left < 0 ? 'refused' : left === 0 ? 'waits' : 'idle'}>{words}</StateMark>
    </span>
  )
}

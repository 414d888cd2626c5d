import { useTexts } from '../text/language.tsx'
import { partTexts } from './part.texts.ts'
import { StateMark } from './StateMark.tsx'
import { daysBetween } from './time-left.ts'
import { dayOf } from './today.ts'
import { useNow } from './use-now.ts'

interface Props {
  /** An ISO day. */
  day: string | undefined
  /** While it is waited for, how many days are left or over is said. */
  isOpen: boolean
  /** Said only when so many days are left, or fewer. */
  within?: number | undefined
}

/** A day on which something is due or over. */
export function DueDay({ day, isOpen, within = Number.POSITIVE_INFINITY }: Props) {
  const t = useTexts(partTexts)
  const today = dayOf(useNow(60_000))
  if (!day) return <span className="quiet">—</span>
  if (!isOpen) return <span className="figures nowrap">{day}</span>
  const left = daysBetween(today, day)
  if (left > within) return <span className="figures nowrap">{day}</span>
  const words = left < 0 ? t.late(-left) : left === 0 ? t.onDay : t.inDays(left)
  return (
    <span className="due figures nowrap">
      {day}
      <StateMark state={left < 0 ? 'refused' : left === 0 ? 'waits' : 'idle'}>{words}</StateMark>
    </span>
  )
}

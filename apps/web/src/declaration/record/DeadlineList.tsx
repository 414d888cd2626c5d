import { StateMark } from '../../part/StateMark.tsx'
import { daysBetween } from '../../part/time-left.ts'
import { dayOf } from '../../part/today.ts'
import type { DeclarationRead } from '../../remote/declarations.ts'
import { useTexts } from '../../text/language.tsx'
import { Part } from '../Part.tsx'
import { deadlineTexts, wordIn } from '../words.ts'
import { recordTexts } from './record.texts.ts'

/** Days that follow from the release, each with the rule that says so. */
export function DeadlineList({ deadlines }: Pick<DeclarationRead, 'deadlines'>) {
  const t = useTexts(recordTexts)
  const words = useTexts(deadlineTexts)
  if (deadlines.length === 0) return null
  return (
    <Part name={t.deadlines} testId="deadlines">
      <ul className="deadline-list">
        {deadlines.map(({ what, until, source }) => {
          const left = daysBetween(dayOf(Date.now()), until)
          return (
            <li key={what}>
              <span>
                {wordIn(words, what)} <span className="figures">{t.until(until)}</span>
              </span>
              <StateMark state={left < 0 ? 'refused' : left <= 7 ? 'waits' : 'runs'}>
                {left < 0 ? t.over : t.daysLeft(left)}
              </StateMark>
              <span className="source">{source}</span>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

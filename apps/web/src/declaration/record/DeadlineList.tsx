import { type State, StateMark } from '../../part/StateMark.tsx'
import type { DeclarationRead } from '../../remote/declarations.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Part } from '../Part.tsx'
import { recordTexts } from './record.texts.ts'

const soon = 10

function markOf({ state, daysLeft }: DeclarationRead['deadlines'][number]): State {
  if (state === 'done') return 'done'
  if (state === 'coming') return 'idle'
  if (daysLeft < 0) return state === 'lapsed' ? 'idle' : 'refused'
  return daysLeft <= soon ? 'waits' : 'runs'
}

/** Days that follow from the release, each with the rule that says so. */
export function DeadlineList({ deadlines }: Pick<DeclarationRead, 'deadlines'>) {
  const t = useTexts(recordTexts)
  const { language } = useLanguage()
  if (deadlines.length === 0) return null
  return (
    <Part name={t.deadlines} testId="deadlines">
      <ul className="deadline-list">
        {deadlines.map(each => (
          <li key={each.what}>
            <span>
              {each.title[language]} <span className="figures">{t.until(each.until)}</span>
              {each.isProvisional ? <span className="quiet"> {t.provisional}</span> : null}
            </span>
            <StateMark state={markOf(each)}>
              {each.state === 'done' ? t.done : each.daysLeft < 0 ? t.over : t.daysLeft(each.daysLeft)}
            </StateMark>
            <span className="source">{each.source}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

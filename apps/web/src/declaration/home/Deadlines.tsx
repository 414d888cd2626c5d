import { Link } from '@tanstack/react-router'
import { Waiting, WaitingRow } from '../../list/Waiting.tsx'
import { type State, StateMark } from '../../part/StateMark.tsx'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { homeTexts } from './home.texts.ts'

/** Fewer days than these are said in the colour of what waits. */
const soon = 10

/** Days that draw near, the first of them first: how many declarations each is about, and what to do. */
export function Deadlines() {
  const t = useTexts(homeTexts)
  const { language } = useLanguage()
  const deadlines = useAsk('customs.deadline.list', { limit: 12 })
  const markOf = (left: number): State => (left < 0 ? 'refused' : left <= soon ? 'waits' : 'runs')
  return (
    <Waiting
      name={t.deadlines}
      to={null}
      of={deadlines}
      rows={answer => answer.deadlines}
      keyOf={each => `${each.what} ${each.until} ${each.example}`}
      row={each => (
        <WaitingRow
          title={
            each.declarations === 1 ? (
              <Link to="/declarations/$id" params={{ id: each.example }} data-row>
                {each.title[language]}
              </Link>
            ) : (
              `${each.title[language]} · ${t.of(each.declarations)}`
            )
          }
          note={`${each.until} · ${each.todo.text[language]}`}
        >
          <StateMark state={markOf(each.daysLeft)}>
            {each.daysLeft < 0 ? t.over(-each.daysLeft) : t.left(each.daysLeft)}
          </StateMark>
        </WaitingRow>
      )}
      isUncounted
      testId="home-deadlines"
    />
  )
}

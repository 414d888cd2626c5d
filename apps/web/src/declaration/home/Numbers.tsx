import { Link } from '@tanstack/react-router'
import { grouped } from '../../part/amount.ts'
import { type State, StateMark } from '../../part/StateMark.tsx'
import type { DeclarationStatus } from '../../remote/declarations.ts'
import { useTexts } from '../../text/language.tsx'
import { homeTexts } from './home.texts.ts'

type What = 'waiting' | 'late' | 'refused' | 'draft' | 'unknown' | 'contradicted' | 'released'

/** What a number stands for while there is something to count; at zero nothing is said by colour. */
const marks: Readonly<Record<What, State>> = {
  late: 'waits',
  refused: 'refused',
  draft: 'waits',
  unknown: 'waits',
  contradicted: 'refused',
  waiting: 'runs',
  released: 'done',
}

/** How many declarations stand where; each number opens the list of them. */
export function Numbers({ status }: { status: DeclarationStatus }) {
  const t = useTexts(homeTexts)
  const of = (...states: string[]) =>
    status.states
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { declarations }) => sum + declarations, 0)
  const counts: Readonly<Record<What, number>> = {
    late: status.late,
    refused: of('rejected', 'failed'),
    draft: of('draft'),
    unknown: of('unknown'),
    contradicted: status.contradicted,
    waiting: status.waiting,
    released: of('released', 'concluded'),
  }
  return (
    <ul className="numbers" aria-label={t.numbers} data-testid="numbers">
      {(Object.keys(marks) as What[]).map(what => (
        <li key={what}>
          <Link
            to="/declarations/all"
            search={{ what }}
            className="number sheet"
            data-testid={`number-${what}`}
          >
            <Count of={counts[what]} />
            <StateMark state={counts[what] > 0 ? marks[what] : 'idle'}>{t[what]}</StateMark>
          </Link>
        </li>
      ))}
      <li>
        <Link to="/declarations/held" className="number sheet" data-testid="number-held">
          <Count of={status.held} />
          <StateMark state={status.held > 0 ? 'refused' : 'idle'}>{t.held}</StateMark>
        </Link>
      </li>
    </ul>
  )
}

const Count = ({ of }: { of: number }) => <b className="figures">{grouped(String(of))}</b>

import { Link } from '@tanstack/react-router'
import { PageHead } from '../../../list/PageHead.tsx'
import { Asked } from '../../../part/Asked.tsx'
import { type State, StateMark } from '../../../part/StateMark.tsx'
import { secondsOf } from '../../../part/time.ts'
import { useTitle } from '../../../part/title.ts'
import type { Answer } from '../../../remote/contracts.ts'
import { useAsk } from '../../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../../text/language.tsx'
import { OnlyFor } from '../OnlyFor.tsx'
import '../works.css'
import { stateTexts } from './state.texts.ts'

type Read = Answer<'kernel.state.read'>
type Check = Read['checks'][number]

const marks: Record<Check['state'], State> = { good: 'done', watch: 'waits', bad: 'refused', unknown: 'idle' }
const order: readonly Check['state'][] = ['bad', 'watch', 'unknown', 'good']
const every = 30_000

/** How the installation stands, part by part, the worst first. */
export function StatePage() {
  return (
    <OnlyFor permission="kernel.state.read">
      <Page />
    </OnlyFor>
  )
}

function Page() {
  const t = useTexts(stateTexts)
  useTitle(t.title)
  const state = useAsk('kernel.state.read', {}, { every: () => every })
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        action={
          <button
            type="button"
            className="button"
            onClick={() => state.refetch()}
            disabled={state.isFetching}
          >
            {t.again}
          </button>
        }
      />
      {state.error ? <p className="remark">{t.away}</p> : null}
      <Asked of={state} rows={8}>
        {answer => <Whole answer={answer} />}
      </Asked>
    </>
  )
}

function Whole({ answer }: { answer: Read }) {
  const t = useTexts(stateTexts)
  const count = (state: Check['state']) => answer.checks.filter(each => each.state === state).length
  const [bad, watch, unknown] = [count('bad'), count('watch'), count('unknown')]
  const sorted = order.flatMap(state => answer.checks.filter(each => each.state === state))
  return (
    <section data-testid="state">
      <p className={`sheet whole whole-${answer.state}`} role="status" data-testid="state-whole">
        <StateMark state={marks[answer.state]}>
          {bad + watch + unknown === 0 ? t.allGood : t.some(bad, watch, unknown)}
        </StateMark>
        <span className="quiet figures">{t.at(secondsOf(answer.at))}</span>
      </p>
      <ul className="checks">
        {sorted.map(check => (
          <Part key={check.id} check={check} />
        ))}
      </ul>
    </section>
  )
}

function Part({ check }: { check: Check }) {
  const t = useTexts(stateTexts)
  const { language } = useLanguage()
  return (
    <li className={`sheet check check-${check.state}`} data-testid={`check-${check.id}`}>
      <header>
        <h2>{check.name[language]}</h2>
        <StateMark state={marks[check.state]}>{t[check.state]}</StateMark>
      </header>
      <p>{check.said[language]}</p>
      {check.remedy ? (
        <p className="check-todo">
          <span className="unseen">{t.todo}: </span>
          {check.remedy[language]}
          {check.page ? (
            <>
              {' '}
              <Link to={check.page}>{t.open}</Link>
            </>
          ) : null}
        </p>
      ) : null}
      {check.facts.length === 0 ? null : (
        <dl>
          {check.facts.map(({ name, text, at }) => (
            <div key={name.en}>
              <dt>{name[language]}</dt>
              <dd className="figures">{at ? secondsOf(at) : text?.[language]}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

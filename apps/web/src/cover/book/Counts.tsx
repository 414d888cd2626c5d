import { ReasonAction } from '../../form/ReasonAction.tsx'
import { useCommand } from '../../form/use-command.ts'
import { Amount } from '../../part/Amount.tsx'
import { Asked } from '../../part/Asked.tsx'
import { Refusal } from '../../part/Refusal.tsx'
import { type State, StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { Queries } from '../../remote/calls/index.ts'
import { Refused } from '../../remote/problem.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import type { Book } from './BookPage.tsx'
import { bookTexts } from './book.texts.ts'
import { CountForm } from './CountForm.tsx'

type Count = Queries['customs.book.counts']['answer']['counts'][number]
const words = ['counted', 'approved', 'rejected'] as const
const marks: Readonly<Record<string, State>> = { counted: 'waits', approved: 'done', rejected: 'refused' }

/** What was counted, how it differed, and whether the customs agreed. */
export function Counts({ book }: { book: Book }) {
  const t = useTexts(bookTexts)
  const { who } = useWho()
  const mayCount = useMay('customs.book.count') && who?.party.id === book.party
  const counts = useAsk('customs.book.counts', { book: book.id, limit: 20 })
  return (
    <section>
      <h2 className="section">{t.counts}</h2>
      <Asked of={counts} rows={2}>
        {answer =>
          answer.counts.length === 0 ? (
            <p className="quiet">{t.noCounts}</p>
          ) : (
            <ul className="counts-list" data-testid="book-counts">
              {answer.counts.map(count => (
                <li key={count.id} className="sheet">
                  <OneCount count={count} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {mayCount ? <CountForm book={book} /> : null}
    </section>
  )
}

function OneCount({ count }: { count: Count }) {
  const t = useTexts(bookTexts)
  const mayEnd = useMay('customs.book.approve') && count.state === 'counted'
  const word = words.find(each => each === count.state)
  return (
    <>
      <p>
        <StateMark state={marks[count.state] ?? 'idle'}>{word ? t[word] : count.state}</StateMark>{' '}
        <span className="figures">{dayAndTime(count.at)}</span> · {count.reason} · {t.paper}{' '}
        <span className="code">{count.paper}</span>
      </p>
      {count.endedReason ? <p className="second">{count.endedReason}</p> : null}
      <ul className="plain-list figures">
        {count.lines.map(line => (
          <li key={line.recordNo}>
            #{line.recordNo} · {t.expected} <Amount value={line.expected} /> · {t.found}{' '}
            <Amount value={line.counted} /> · {t.difference} <Amount value={line.difference} signed />
          </li>
        ))}
      </ul>
      {mayEnd ? <End count={count} /> : null}
    </>
  )
}

function End({ count }: { count: Count }) {
  const t = useTexts(bookTexts)
  const approve = useCommand('customs.book.approveCount', ['customs.book.'])
  const reject = useCommand('customs.book.rejectCount', ['customs.book.'])
  return (
    <div className="record-ends">
      <button
        type="button"
        className="button main"
        disabled={approve.isRunning}
        onClick={() => approve.run({ id: count.id })}
        data-testid="count-approve"
      >
        {t.approve}
      </button>
      <ReasonAction
        label={t.reject}
        about={t.rejectAbout}
        problem={reject.problem}
        isRunning={reject.isRunning}
        act={reason => reject.run({ id: count.id, ...(reason ? { reason } : {}) })}
        testId="count-reject"
      />
      {approve.problem ? <Refusal error={new Refused(approve.problem)} /> : null}
    </div>
  )
}

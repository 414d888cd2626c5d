import { Link } from '@tanstack/react-router'
import { useCommand } from '../../form/use-command.ts'
import { Refusal } from '../../part/Refusal.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import type { Plan } from '../../remote/contracts.ts'
import type { PreparedOrder } from '../../remote/declarations.ts'
import { Refused } from '../../remote/problem.ts'
import { useTexts } from '../../text/language.tsx'
import '../declaration.css'
import { Groups } from './Groups.tsx'
import { PickOrders } from './PickOrders.tsx'
import { summaryOf } from './prepared.ts'
import { submitTexts } from './submit.texts.ts'
import { usePrepared } from './use-prepared.ts'

/** Before anything goes out: how many are whole, what misses what, what is not declared here; then it is sent. */
export function SubmitPanel({ plan, close }: { plan: Plan; close: () => void }) {
  const t = useTexts(submitTexts)
  const { prepared, seen } = usePrepared(plan.id)
  const { data: orders, error } = prepared
  return (
    <section className="sheet submit-panel" aria-label={t.title} data-testid="submit-panel">
      <div className="section-head">
        <h2>{t.title}</h2>
        <button type="button" className="plain link" onClick={close}>
          {t.close}
        </button>
      </div>
      {error ? (
        <>
          <Refusal error={error} again={() => prepared.refetch()} />
          {error instanceof Refused && error.problem.code === 'declaration.no_declarant' ? (
            <p>
              <Link to="/declarations/declarant" className="button main" data-testid="to-declarant">
                {t.toDeclarant}
              </Link>
            </p>
          ) : null}
        </>
      ) : orders ? (
        <Prepared plan={plan} orders={orders} />
      ) : (
        <p role="status">{t.reading(seen)}</p>
      )}
    </section>
  )
}

const marks = {
  ready: 'done',
  missing: 'waits',
  draft: 'waits',
  unsupported: 'idle',
  no_mode: 'idle',
  declared: 'runs',
} as const

/** An order that has a draft is given what it misses there; it is not submitted again. */
const mayGo = ({ answer, draft }: PreparedOrder) => !draft && (answer === 'ready' || answer === 'missing')

function Prepared({ plan, orders }: { plan: Plan; orders: readonly PreparedOrder[] }) {
  const t = useTexts(submitTexts)
  const submit = useCommand('customs.declaration.submit', ['customs.declaration.'])
  if (submit.answer)
    return (
      <p role="status" data-testid="submitted">
        {t.submitted(submit.answer.orders)}
      </p>
    )
  const summary = summaryOf(orders)
  const possible = orders.filter(mayGo)
  const send = (some?: readonly string[]) =>
    submit.run({ plan: plan.id, ...(some ? { orders: [...some] } : {}) })
  return (
    <>
      <ul className="submit-answers" data-testid="submit-answers">
        {(Object.keys(marks) as (keyof typeof marks)[])
          .filter(answer => summary.answers[answer])
          .map(answer => (
            <li key={answer} data-answer={answer}>
              <StateMark state={marks[answer]}>
                {t[answer]} <b className="figures">{t.ofOrders(summary.answers[answer]!)}</b>
              </StateMark>
            </li>
          ))}
        {summary.answers.draft ? (
          <li>
            <Link to="/declarations/all" search={{ plan: plan.number, what: 'draft' }}>
              {t.toDrafts}
            </Link>
          </li>
        ) : null}
      </ul>
      <Sending
        possible={possible}
        isWhole={possible.length === orders.length}
        isSending={submit.isRunning}
        send={send}
      />
      {submit.problem ? <Refusal error={new Refused(submit.problem)} /> : null}
      <Groups summary={summary} />
      {possible.length > 1 ? <PickOrders orders={possible} isSending={submit.isRunning} send={send} /> : null}
    </>
  )
}

/** So many orders may be named in one call; beyond it the whole plan is submitted, and what cannot go is passed over. */
const most = 1000

interface SendingProps {
  possible: readonly PreparedOrder[]
  /** Every order of the plan may go. */
  isWhole: boolean
  isSending: boolean
  send: (some?: readonly string[]) => void
}

/** All that may go, or only those that miss nothing. */
function Sending({ possible, isWhole, isSending, send }: SendingProps) {
  const t = useTexts(submitTexts)
  if (possible.length === 0) return <p>{t.nothing}</p>
  const ready = possible.filter(({ answer }) => answer === 'ready')
  const isSome = ready.length > 0 && ready.length < possible.length && ready.length <= most
  return (
    <div className="form-actions">
      <button
        type="button"
        className="button main"
        disabled={isSending}
        onClick={() => send(isWhole || possible.length > most ? undefined : possible.map(noOf))}
        data-testid="submit-all"
      >
        {t.submitAll(possible.length)}
      </button>
      {isSome ? (
        <button
          type="button"
          className="button"
          disabled={isSending}
          onClick={() => send(ready.map(noOf))}
          data-testid="submit-ready"
        >
          {t.submitReady(ready.length)}
        </button>
      ) : null}
    </div>
  )
}

const noOf = ({ orderNo }: PreparedOrder) => orderNo

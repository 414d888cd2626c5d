import type { Column } from '../../../list/column.ts'
import { type State, StateMark } from '../../../part/StateMark.tsx'
import { dayAndTime, secondsOf } from '../../../part/time.ts'
import type { Answer } from '../../../remote/contracts.ts'
import type { Language, Texts } from '../../../text/catalogue.ts'
import { AskOnce } from '../AskOnce.tsx'
import type { jobsTexts } from './jobs.texts.ts'

export type Job = Answer<'kernel.job.list'>['jobs'][number]
type T = Texts<typeof jobsTexts>

const marks: Record<Job['state'], State> = { waiting: 'waits', running: 'runs', failed: 'refused' }

/** What may be done with a job; undefined: not by this reader. */
interface Deeds {
  readonly retry: ((job: Job) => void) | undefined
  readonly cancel: ((job: Job) => void) | undefined
  readonly isRunning: boolean
}

const whenOf = (job: Job, t: T): string => {
  if (job.runsSince) return t.since(secondsOf(job.runsSince))
  if (job.state === 'failed' && job.failedAt) return t.at(dayAndTime(job.failedAt))
  return t.due(secondsOf(job.runAt))
}

/** A job that failed and will be tried again waits, and says why. */
function stateOf(job: Job, t: T): string {
  if (job.isCancelled) return t.cancelling
  return job.state === 'waiting' && job.error ? t.trying : t[job.state]
}

export function jobColumns(t: T, language: Language, deeds: Deeds): Column<Job>[] {
  return [
    {
      key: 'job',
      head: t.job,
      text: job => job.title?.[language] ?? job.name,
      cell: job => (
        <>
          {job.title?.[language] ?? job.name}
          <span className="unit code">
            {job.name} · {job.id}
          </span>
        </>
      ),
      narrow: 'title',
    },
    { key: 'about', head: t.about, kind: 'code', text: job => job.about ?? '', className: 'works-about' },
    {
      key: 'state',
      head: t.state,
      text: job => stateOf(job, t),
      cell: job => <StateMark state={marks[job.state]}>{stateOf(job, t)}</StateMark>,
      narrow: 'mark',
    },
    {
      key: 'tries',
      head: t.tries,
      kind: 'figures',
      className: 'nowrap',
      text: job => t.triesOf(job.attempts, job.most),
      narrow: 'right',
    },
    { key: 'when', head: t.when, kind: 'figures', text: job => whenOf(job, t), narrow: 'left' },
    {
      key: 'error',
      head: t.error,
      text: job => job.error ?? '',
      cell: job =>
        job.error ? <span className="works-error">{job.error}</span> : <span className="quiet">—</span>,
    },
    {
      key: 'deeds',
      head: '',
      text: () => '',
      cell: job => <JobDeeds job={job} t={t} deeds={deeds} />,
    },
  ]
}

function JobDeeds({ job, t, deeds }: { job: Job; t: T; deeds: Deeds }) {
  const { retry, cancel, isRunning } = deeds
  const mayRetry = retry && job.may.includes('retry')
  const mayCancel = cancel && job.may.includes('cancel')
  if (!mayRetry && !mayCancel) return null
  return (
    <span className="works-deeds">
      {mayRetry ? (
        <button
          type="button"
          className="plain link"
          disabled={isRunning}
          onClick={() => retry(job)}
          aria-label={`${job.error ? t.retry : t.now} ${job.id}`}
          data-testid="job-retry"
        >
          {job.error ? t.retry : t.now}
        </button>
      ) : null}
      {mayCancel ? (
        <AskOnce
          label={t.cancel}
          name={`${t.cancel} ${job.id}`}
          sure={t.sure}
          yes={t.yes}
          no={t.no}
          isRunning={isRunning}
          act={() => cancel(job)}
          testId="job-cancel"
        />
      ) : null}
    </span>
  )
}

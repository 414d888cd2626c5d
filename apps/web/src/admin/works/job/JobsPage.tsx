import { getRouteApi, Link } from '@tanstack/react-router'
import { useCommand } from '../../../form/use-command.ts'
import { Listed } from '../../../list/Listed.tsx'
import { PageHead } from '../../../list/PageHead.tsx'
import { Table } from '../../../list/Table.tsx'
import { type Pages, usePages } from '../../../list/use-pages.ts'
import { Refusal } from '../../../part/Refusal.tsx'
import { dayAndTime } from '../../../part/time.ts'
import { useTitle } from '../../../part/title.ts'
import type { Answer } from '../../../remote/contracts.ts'
import { Refused } from '../../../remote/problem.ts'
import { useMay } from '../../../remote/session.ts'
import { useLanguage, useTexts } from '../../../text/language.tsx'
import { OnlyFor } from '../OnlyFor.tsx'
import '../works.css'
import { type Job, jobColumns } from './job-columns.tsx'
import { jobsTexts } from './jobs.texts.ts'
import { Periodic } from './Periodic.tsx'

const route = getRouteApi('/admin/jobs')
const limit = 50
/** The queue moves by itself. */
const every = 5000
const states = [undefined, 'waiting', 'running', 'failed'] as const

/** What the house does behind the scenes: what waits, what runs, what failed and why. */
export function JobsPage() {
  return (
    <OnlyFor permission="kernel.job.read">
      <Page />
    </OnlyFor>
  )
}

function Page() {
  const t = useTexts(jobsTexts)
  useTitle(t.title)
  const { state, name } = route.useSearch()
  const jobs = usePages(
    'kernel.job.list',
    { limit, ...(state && { state }), ...(name && { name }) },
    {
      rows: answer => answer.jobs,
      next: answer => (answer.more ? answer.jobs.at(-1)?.id : undefined),
      every: () => every,
      isCalm: true,
    },
  )
  const counts = jobs.head?.counts
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <nav className="spans works-spans" aria-label={t.states}>
        {states.map(each => (
          <Link
            key={each ?? 'all'}
            to="/admin/jobs"
            search={{ state: each, name }}
            className={each === state ? 'span-choice here' : 'span-choice'}
            activeProps={{}}
            aria-current={each === state ? 'page' : undefined}
            data-testid={`jobs-${each ?? 'all'}`}
          >
            {each ? t[each] : t.all}
            {each && counts ? <span className="figures works-count">{counts[each]}</span> : null}
          </Link>
        ))}
      </nav>
      {counts?.dueSince ? <p className="second figures">{t.dueSince(dayAndTime(counts.dueSince))}</p> : null}
      <Queue jobs={jobs} isNarrowed={Boolean(state || name)} />
      <Periodic jobs={jobs.head?.periodic} />
    </>
  )
}

function Queue({ jobs, isNarrowed }: { jobs: Pages<Job, Answer<'kernel.job.list'>>; isNarrowed: boolean }) {
  const t = useTexts(jobsTexts)
  const { language } = useLanguage()
  const mayRetry = useMay('kernel.job.retry')
  const mayCancel = useMay('kernel.job.cancel')
  const retry = useCommand('kernel.job.retry', ['kernel.job'])
  const cancel = useCommand('kernel.job.cancel', ['kernel.job'])
  const failed = (jobs.rows ?? []).filter(each => each.state === 'failed' && each.may.includes('retry'))
  const columns = jobColumns(t, language, {
    retry: mayRetry ? job => retry.run({ jobs: [job.id] }) : undefined,
    cancel: mayCancel ? job => cancel.run({ jobs: [job.id] }) : undefined,
    isRunning: retry.isRunning || cancel.isRunning,
  })
  const problem = retry.problem ?? cancel.problem
  const left = [...(retry.answer?.left ?? []), ...(cancel.answer?.left ?? [])]
  return (
    <>
      <div role="status" data-testid="jobs-said">
        {retry.answer?.done.length ? <p>{t.done(retry.answer.done.length)}</p> : null}
        {cancel.answer?.done.length ? <p>{t.cancelled(cancel.answer.done.length)}</p> : null}
        {left.map(({ job, why }) => (
          <p key={job} className="remark">
            {t.left(job, why[language])}
          </p>
        ))}
      </div>
      {problem ? <Refusal error={new Refused(problem)} /> : null}
      {mayRetry && failed.length > 1 ? (
        <p className="works-bulk">
          <button
            type="button"
            className="button"
            disabled={retry.isRunning}
            onClick={() => retry.run({ jobs: failed.slice(0, 200).map(each => each.id) })}
            data-testid="retry-all"
          >
            {t.retryAll(Math.min(200, failed.length))}
          </button>
        </p>
      ) : null}
      <Listed of={jobs} empty={isNarrowed ? t.noneSo : t.nothing}>
        {rows => <Table label={t.title} columns={columns} rows={rows} keyOf={job => job.id} testId="jobs" />}
      </Listed>
    </>
  )
}

import type { Column } from '../../../list/column.ts'
import { Table } from '../../../list/Table.tsx'
import { StateMark } from '../../../part/StateMark.tsx'
import { secondsOf } from '../../../part/time.ts'
import type { Answer } from '../../../remote/contracts.ts'
import type { Texts } from '../../../text/catalogue.ts'
import { useLanguage, useTexts } from '../../../text/language.tsx'
import { jobsTexts } from './jobs.texts.ts'

type Round = Answer<'kernel.job.list'>['periodic'][number]

function spanOf(seconds: number, t: Texts<typeof jobsTexts>): string {
  if (seconds % 3600 === 0) return t.hours(seconds / 3600)
  return seconds % 60 === 0 ? t.minutes(seconds / 60) : t.seconds(seconds)
}

/** Jobs that come round by themselves: how often, when next, how the last round ended. */
export function Periodic({ jobs }: { jobs: readonly Round[] | undefined }) {
  const t = useTexts(jobsTexts)
  const { language } = useLanguage()
  const columns: Column<Round>[] = [
    {
      key: 'job',
      head: t.job,
      text: job => job.title?.[language] ?? job.name,
      cell: job => (
        <>
          {job.title?.[language] ?? job.name}
          <span className="unit code">{job.name}</span>
        </>
      ),
      narrow: 'title',
    },
    {
      key: 'every',
      head: t.every,
      kind: 'figures',
      text: job => spanOf(job.everySeconds, t),
      narrow: 'mark',
    },
    {
      key: 'next',
      head: t.next,
      kind: 'figures',
      text: job => (job.nextAt ? secondsOf(job.nextAt) : t.notHere),
      narrow: 'left',
    },
    {
      key: 'last',
      head: t.last,
      text: job => (job.last ? secondsOf(job.last.at) : t.notYet),
      cell: ({ last }) =>
        last === undefined ? (
          <span className="quiet">{t.notYet}</span>
        ) : (
          <>
            <StateMark state={last.error ? 'refused' : 'done'}>{last.error ? t.failed : t.well}</StateMark>{' '}
            <span className="figures second">
              {secondsOf(last.at)} · {t.took(`${last.milliseconds} ms`)}
            </span>
            {last.error ? <span className="works-error">{last.error}</span> : null}
          </>
        ),
    },
  ]
  if (!jobs || jobs.length === 0) return null
  return (
    <section>
      <h2 className="section">{t.periodic}</h2>
      <Table label={t.periodic} columns={columns} rows={jobs} keyOf={job => job.name} testId="periodic" />
    </section>
  )
}

import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useCommand } from '../../form/use-command.ts'
import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { Asked } from '../../part/Asked.tsx'
import { Refusal } from '../../part/Refusal.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { useTitle } from '../../part/title.ts'
import type { Queries } from '../../remote/calls/index.ts'
import { Refused } from '../../remote/problem.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import type { SummariesSearch } from '../search.ts'
import { Month } from './Month.tsx'
import { summaryTexts } from './summary.texts.ts'

const route = getRouteApi('/declarations/summaries/new')
type Prepared = Queries['customs.summary.prepare']['answer']
const few = 10

/** What a month's lists would be summed up to, what cannot be, and by when; then handing it in. */
export function PreparePage() {
  const t = useTexts(summaryTexts)
  const { month } = route.useSearch()
  const change = useFilters<SummariesSearch>()
  const prepared = useAsk('customs.summary.prepare', { month, lines: 1 })
  useTitle(t.prepare)
  return (
    <>
      <header className="page-head">
        <Link to="/declarations/summaries" data-back className="record-up">
          ← {t.all}
        </Link>
        <h1>{prepared.data ? t.previewTitle(prepared.data.month) : t.prepare}</h1>
        <Month value={month ?? prepared.data?.month} change={next => change({ month: next })} />
      </header>
      <Asked of={prepared}>{answer => <Whole prepared={answer} />}</Asked>
    </>
  )
}

function Whole({ prepared }: { prepared: Prepared }) {
  const t = useTexts(summaryTexts)
  const { language } = useLanguage()
  const groups = useGroupColumns()
  const blocked = useBlockedColumns()
  const { deadline } = prepared
  return (
    <>
      {deadline ? (
        <p data-testid="summary-deadline">
          {deadline.title[language]} · {t.until} <span className="figures">{deadline.until}</span>{' '}
          <StateMark state={deadline.daysLeft < 0 ? 'refused' : deadline.daysLeft <= few ? 'waits' : 'runs'}>
            {deadline.daysLeft < 0 ? t.daysOver(-deadline.daysLeft) : t.daysLeft(deadline.daysLeft)}
          </StateMark>{' '}
          <span className="quiet">{deadline.rule.source}</span>
        </p>
      ) : null}
      {prepared.isOver ? null : <p className="remark">{t.notOver}</p>}
      <h2 className="section">{t.groups}</h2>
      {prepared.groups.length === 0 ? (
        <p className="quiet" data-testid="summary-none">
          {t.noGroups}
        </p>
      ) : (
        <>
          <Table
            label={t.groups}
            columns={groups}
            rows={prepared.groups}
            keyOf={each => `${each.office} ${each.consignor.code} ${each.agent.code}`}
            testId="summary-groups"
          />
          <Make month={prepared.month} />
        </>
      )}
      {prepared.blockedLists.length > 0 ? (
        <>
          <h2 className="section">
            {t.blocked} <span className="figures quiet">{prepared.blocked}</span>
          </h2>
          <Table
            label={t.blocked}
            columns={blocked}
            rows={prepared.blockedLists}
            keyOf={each => each.number}
            testId="summary-blocked"
          />
        </>
      ) : null}
    </>
  )
}

function Make({ month }: { month: string }) {
  const t = useTexts(summaryTexts)
  const navigate = useNavigate()
  const make = useCommand('customs.summary.make', ['customs.summary.', 'customs.declaration.'])
  return (
    <div className="record-ends">
      <button
        type="button"
        className="button main"
        disabled={make.isRunning}
        onClick={() =>
          make.run(
            { month },
            { onSuccess: () => navigate({ to: '/declarations/summaries', search: { month } }) },
          )
        }
        data-testid="summary-make"
      >
        {make.isRunning ? t.making : t.make}
      </button>
      {make.problem ? <Refusal error={new Refused(make.problem)} /> : null}
    </div>
  )
}

function useGroupColumns(): Column<Prepared['groups'][number]>[] {
  const t = useTexts(summaryTexts)
  const count = (key: 'lists' | 'lines' | 'declarations' | 'late', narrow: 'left' | 'right') =>
    ({
      key,
      head: t[key],
      kind: 'number',
      text: each => String(each[key]),
      narrow,
    }) satisfies Column<Prepared['groups'][number]>
  return [
    { key: 'consignor', head: t.consignor, text: each => each.consignor.name, narrow: 'title' },
    { key: 'office', head: t.office, kind: 'figures', text: each => each.office, narrow: 'mark' },
    { key: 'agent', head: t.agent, text: each => each.agent.name },
    count('lists', 'left'),
    count('lines', 'right'),
    count('declarations', 'left'),
    count('late', 'right'),
  ]
}

function useBlockedColumns(): Column<Prepared['blockedLists'][number]>[] {
  const t = useTexts(summaryTexts)
  const { language } = useLanguage()
  return [
    { key: 'list', head: t.list, kind: 'figures', text: each => each.listNo ?? each.number, narrow: 'title' },
    { key: 'released', head: t.released, kind: 'figures', text: each => each.releasedOn, narrow: 'mark' },
    { key: 'reason', head: t.reason, text: each => each.text[language] },
  ]
}

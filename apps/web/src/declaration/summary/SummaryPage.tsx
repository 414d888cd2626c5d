import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Table } from '../../list/Table.tsx'
import { Asked } from '../../part/Asked.tsx'
import { Fact } from '../../part/Fact.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { Queries } from '../../remote/calls/index.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { DeclarationState } from '../DeclarationState.tsx'
import { markOf, stateTexts, stateWord } from '../words.ts'
import { useMergedColumns, useResultColumns } from './columns.tsx'
import { summaryTexts } from './summary.texts.ts'

const route = getRouteApi('/declarations/summaries/$id')
export type Summary = Queries['customs.summary.read']['answer']
/** Merged lines shown at once. */
const limit = 200

/** One month's summary: its parts, the declarations that the customs made of it, the lines it was merged to. */
export function SummaryPage() {
  const { id } = route.useParams()
  const [after, setAfter] = useState<number>()
  const summary = useAsk('customs.summary.read', { id, after, limit })
  return (
    <Asked of={summary}>
      {answer => (
        <>
          <Head summary={answer} />
          <Results summary={answer} />
          <Merged summary={answer} after={after} goTo={setAfter} />
        </>
      )}
    </Asked>
  )
}

function Head({ summary }: { summary: Summary }) {
  const t = useTexts(summaryTexts)
  const states = useTexts(stateTexts)
  useTitle(summary.number)
  return (
    <header className="record-head" data-testid="summary-head">
      <Link to="/declarations/summaries" data-back className="record-up">
        ← {t.all}
      </Link>
      <div className="record-top">
        <h1>
          {summary.number}
          <DeclarationState of={summary} />
        </h1>
        <dl className="sums">
          {(['lists', 'lines'] as const).map(key => (
            <div key={key}>
              <dt>{t[key]}</dt>
              <dd className="figures">{summary[key]}</dd>
            </div>
          ))}
          <div>
            <dt>{t.made}</dt>
            <dd className="figures">{t.ofDeclarations(summary.made, summary.declarations)}</dd>
          </div>
        </dl>
      </div>
      <dl className="facts">
        <Fact name={t.month}>{summary.month}</Fact>
        <Fact name={t.consignor}>
          {summary.consignor.name} <span className="code">{summary.consignor.code}</span>
        </Fact>
        <Fact name={t.agent}>{summary.agent}</Fact>
        <Fact name={t.office}>{summary.office}</Fact>
        {summary.sumNo ? <Fact name={t.sumNo}>{summary.sumNo}</Fact> : null}
        <Fact name={t.madeAt}>{dayAndTime(summary.madeAt)}</Fact>
        <Fact name={t.told}>{t.ofDeclarations(summary.listsDeclared, summary.lists)}</Fact>
        {summary.givenBack > 0 ? <Fact name={t.givenBack}>{summary.givenBack}</Fact> : null}
        <Fact name={t.rule}>{summary.rule.source}</Fact>
      </dl>
      <ul className="deadline-list" aria-label={t.parts}>
        {summary.parts.map(part => (
          <li key={part.state}>
            <StateMark state={markOf(part.state)}>{stateWord(states, part.state)}</StateMark>
            <span className="figures">{t.partCount(part.parts)}</span>
            {part.said ? <span className="source">{part.said}</span> : null}
          </li>
        ))}
      </ul>
      {summary.isOtherwise ? <p className="remark">{t.otherwise}</p> : null}
    </header>
  )
}

function Results({ summary }: { summary: Summary }) {
  const t = useTexts(summaryTexts)
  const columns = useResultColumns()
  return (
    <section>
      <h2 className="section">{t.results}</h2>
      {summary.results.length === 0 ? (
        <p className="quiet">{t.noResults}</p>
      ) : (
        <Table
          label={t.results}
          columns={columns}
          rows={summary.results}
          keyOf={each => each.seqNo}
          testId="summary-results"
        />
      )}
    </section>
  )
}

interface MergedProps {
  summary: Summary
  after: number | undefined
  goTo: (after: number | undefined) => void
}

function Merged({ summary, after, goTo }: MergedProps) {
  const t = useTexts(summaryTexts)
  const columns = useMergedColumns()
  return (
    <section>
      <h2 className="section">{t.merged}</h2>
      <Table
        label={t.merged}
        columns={columns}
        rows={summary.merged}
        keyOf={each => String(each.line)}
        testId="summary-merged"
      />
      <p className="list-more">
        {after === undefined ? null : (
          <button type="button" className="button" onClick={() => goTo(undefined)}>
            {t.first}
          </button>
        )}{' '}
        {summary.next === undefined ? null : (
          <button type="button" className="button" onClick={() => goTo(summary.next)}>
            {t.next}
          </button>
        )}
      </p>
    </section>
  )
}

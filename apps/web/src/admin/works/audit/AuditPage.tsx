import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Choice } from '../../../list/Choice.tsx'
import { Day } from '../../../list/Day.tsx'
import { Export } from '../../../list/Export.tsx'
import { Filters } from '../../../list/Filters.tsx'
import { Listed } from '../../../list/Listed.tsx'
import { PageHead } from '../../../list/PageHead.tsx'
import { Search } from '../../../list/Search.tsx'
import { Table } from '../../../list/Table.tsx'
import { useFilters } from '../../../list/use-filters.ts'
import { usePages } from '../../../list/use-pages.ts'
import { dayAndTime } from '../../../part/time.ts'
import { useTitle } from '../../../part/title.ts'
import { endOfDay } from '../../../part/today.ts'
import { usePartyNames } from '../../../remote/party-names.ts'
import { useMay } from '../../../remote/session.ts'
import { useLanguage, useTexts } from '../../../text/language.tsx'
import type { AuditSearch } from '../search.ts'
import '../works.css'
import { auditTexts } from './audit.texts.ts'
import { eventColumns } from './event-columns.tsx'
import { TextFilter } from './TextFilter.tsx'

const route = getRouteApi('/admin/audit')
const limit = 50
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
const nothing = {
  q: undefined,
  who: undefined,
  record: undefined,
  outcome: undefined,
  call: undefined,
  from: undefined,
  to: undefined,
}

/** The audit: its records to be looked up, and the way to check that none was changed. */
export function AuditPage() {
  const t = useTexts(auditTexts)
  useTitle(t.title)
  const mayRead = useMay('kernel.audit.read')
  return (
    <>
      {mayRead ? (
        <Records />
      ) : (
        <>
          <PageHead title={t.title} lead={t.lead} action={<VerifyLink />} />
          <p className="sheet empty">{t.onlyVerify}</p>
        </>
      )}
    </>
  )
}

function VerifyLink() {
  const t = useTexts(auditTexts)
  const may = useMay('kernel.audit.verify')
  if (!may) return null
  return (
    <Link className="button main" to="/admin/audit/verify" data-testid="to-verify">
      {t.verify}
    </Link>
  )
}

/** What the call takes for what the address holds. */
function inputOf({ q, who, record, outcome, call, from, to }: AuditSearch) {
  const id = who?.trim().toLowerCase() ?? ''
  return {
    ...(q && q.length > 1 && { text: q }),
    ...(id && (uuid.test(id) ? { party: id } : { login: id })),
    ...(record && { record }),
    ...(outcome && { outcome }),
    ...(call && { call }),
    ...(from && { from: new Date(`${from}T00:00:00+08:00`).toISOString() }),
    ...(to && { to: endOfDay(to) }),
    limit,
  }
}

function Records() {
  const t = useTexts(auditTexts)
  const { language } = useLanguage()
  const wanted = route.useSearch()
  const change = useFilters<AuditSearch>()
  const partyName = usePartyNames()
  const records = usePages('kernel.audit.search', inputOf(useDeferredValue(wanted)), {
    rows: answer => answer.records,
    next: answer => answer.next,
    isCalm: true,
  })
  const columns = eventColumns(t, language, id => partyName(id) ?? id)
  const isNarrowed = Object.values(wanted).some(value => value !== undefined)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={records.rows?.length ? <Export name={t.title} columns={columns} rows={records.all} /> : null}
        action={<VerifyLink />}
      >
        <Filters clear={isNarrowed ? () => change(nothing) : undefined}>
          <Search label={t.words} hint={t.wordsHint} value={wanted.q} change={q => change({ q })} />
          <TextFilter
            label={t.who}
            hint={t.whoHint}
            value={wanted.who}
            change={who => change({ who })}
            testId="audit-who"
          />
          <TextFilter
            label={t.record}
            hint={t.recordHint}
            value={wanted.record}
            change={record => change({ record })}
            testId="audit-record"
          />
          <Choice
            label={t.outcome}
            every={t.everyOutcome}
            value={wanted.outcome}
            options={[
              { value: 'done', name: t.done },
              { value: 'refused', name: t.refused },
            ]}
            change={outcome => change({ outcome })}
            testId="audit-outcome"
          />
          <Day label={t.from} value={wanted.from} change={from => change({ from })} testId="audit-from" />
          <Day label={t.to} value={wanted.to} change={to => change({ to })} testId="audit-to" />
        </Filters>
      </PageHead>
      <Listed
        of={records}
        empty={
          records.more && records.head?.searchedTo ? (
            <>
              <p>{t.notYet(records.head.searchedTo.at ? dayAndTime(records.head.searchedTo.at) : '')}</p>
              <button type="button" className="button" onClick={records.more} data-testid="search-on">
                {t.searchOn}
              </button>
            </>
          ) : isNarrowed ? (
            t.notFound
          ) : (
            t.nothing
          )
        }
      >
        {rows => (
          <Table
            label={t.title}
            columns={columns}
            rows={rows}
            keyOf={each => String(each.position)}
            testId="audit"
          />
        )}
      </Listed>
    </>
  )
}

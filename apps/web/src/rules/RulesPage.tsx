import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Day } from '../list/Day.tsx'
import { Export } from '../list/Export.tsx'
import { Filters } from '../list/Filters.tsx'
import { PageHead } from '../list/PageHead.tsx'
import { Search } from '../list/Search.tsx'
import { Table } from '../list/Table.tsx'
import { useFilters } from '../list/use-filters.ts'
import { Asked } from '../part/Asked.tsx'
import { useTitle } from '../part/title.ts'
import { dayOf } from '../part/today.ts'
import type { RuleList } from '../remote/contracts.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { Changes } from './Changes.tsx'
import { ruleColumns } from './columns.tsx'
import { groupName } from './group-names.ts'
import { groupsOf } from './groups.ts'
import { rulesTexts } from './rules.texts.ts'

const route = getRouteApi('/rules')

/** What is in force on a day, searchable, each with its source and how good that source is. */
export function RulesPage() {
  const t = useTexts(rulesTexts)
  useTitle(t.title)
  const search = route.useSearch()
  const change = useFilters<typeof search>()
  const words = useDeferredValue(search.q)
  const rules = useAsk('customs.rule.list', { date: search.date, search: words })
  const date = search.date ?? rules.data?.date ?? dayOf(Date.now())
  return (
    <div className="page">
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={
          search.with ? (
            <Link to="/rules" search={{ ...search, with: undefined }} replace>
              {t.noCompare}
            </Link>
          ) : (
            <Link to="/rules" search={{ ...search, with: nextYear(date) }} data-testid="rules-next" replace>
              {t.compareNext}
            </Link>
          )
        }
      >
        <Filters>
          <Day
            label={t.date}
            value={search.date ?? rules.data?.date}
            change={date => change({ date })}
            testId="rules-date"
          />
          <Day
            label={t.compare}
            value={search.with}
            change={other => change({ with: other })}
            testId="rules-with"
          />
          <Search label={t.find} hint={t.findHint} value={search.q} change={q => change({ q })} />
        </Filters>
      </PageHead>
      {search.with ? (
        <Changes date={date} other={search.with} words={words} />
      ) : (
        <Asked of={rules}>{answer => <Rules answer={answer} />}</Asked>
      )}
    </div>
  )
}

/** The first day of the year after. */
const nextYear = (day: string) => `${Number(day.slice(0, 4)) + 1}-01-01`

function Rules({ answer }: { answer: RuleList }) {
  const t = useTexts(rulesTexts)
  const { language } = useLanguage()
  const { rules, date, digest } = answer
  const columns = ruleColumns(t, language, date)
  const groups = groupsOf(rules).map(([name, group]) => [groupName(name, language), group] as const)
  return (
    <>
      <p className="quiet rules-count">
        <span className="figures" role="status">
          {t.count(rules.length, date)}
        </span>
        <span className="code" title={t.digest}>
          {digest}
        </span>
        {rules.length > 0 ? <Export name={`${t.title} ${date}`} columns={columns} rows={rules} /> : null}
      </p>
      {rules.length === 0 ? (
        <p className="sheet empty">{t.nothing}</p>
      ) : (
        <Table
          label={t.title}
          columns={columns}
          rows={rules}
          groups={groups}
          keyOf={rule => rule.id}
          testId="rules"
        />
      )}
    </>
  )
}

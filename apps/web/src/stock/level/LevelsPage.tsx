import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Choice } from '../../list/Choice.tsx'
import { Day } from '../../list/Day.tsx'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Search } from '../../list/Search.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { useShownColumns } from '../../list/use-shown-columns.tsx'
import { useSorting } from '../../list/use-sorting.ts'
import { useTitle } from '../../part/title.ts'
import { endOfDay } from '../../part/today.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import type { LevelsSearch } from '../search.ts'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames, useStockRules, useWarehouses } from '../use-stock.ts'
import { levelsTexts } from './levels.texts.ts'
import { stockColumns } from './stock-columns.tsx'

const route = getRouteApi('/stock/levels')
const limit = 100

/** What lies where and how much of it can be had, now or as at a day. */
export function LevelsPage() {
  const t = { ...useTexts(stockTexts), ...useTexts(levelsTexts) }
  useTitle(t.title)
  const { language } = useLanguage()
  const wanted = route.useSearch()
  const change = useFilters<LevelsSearch>()
  const warehouses = useWarehouses() ?? []
  const rules = useStockRules()
  const kinds = rules?.warehouseKinds ?? {}
  const { q, article, warehouse, kind, empty, asAt, sort } = useDeferredValue(wanted)
  const sorting = useSorting(wanted.sort)
  const filter = {
    search: q,
    article,
    warehouse,
    warehouseKind: kind,
    withEmpty: empty === 'with' || undefined,
    asAt: asAt ? endOfDay(asAt) : undefined,
    sort,
  }
  const lines = usePages(
    'market.stock.list',
    { ...filter, limit },
    { rows: answer => answer.lines, next: answer => answer.next, isCalm: true },
  )
  const { shown, choice } = useShownColumns(
    'stock levels',
    stockColumns(t, language, useStockNames(), rules?.nearExpiryDays),
  )
  const { sort: _, ...conditions } = wanted
  const isNarrowed = Object.values(conditions).some(Boolean)
  const nothing: LevelsSearch = {
    q: undefined,
    article: undefined,
    warehouse: undefined,
    kind: undefined,
    empty: undefined,
    asAt: undefined,
  }
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={
          lines.rows?.length ? (
            <span className="list-tools">
              {choice}
              <Export name={t.title} columns={shown} rows={lines.all} />
            </span>
          ) : null
        }
      >
        <Filters clear={isNarrowed ? () => change(nothing) : undefined}>
          <Choice
            label={t.kind}
            every={t.everyKind}
            value={wanted.kind}
            options={Object.entries(kinds).map(([value, name]) => ({ value, name: name[language] }))}
            change={value => change({ kind: value })}
            testId="filter-kind"
          />
          <Choice
            label={t.warehouse}
            every={t.everyWarehouse}
            value={wanted.warehouse}
            options={warehouses.map(each => ({ value: each.id, name: each.name[language] }))}
            change={value => change({ warehouse: value })}
          />
          <Choice
            label={t.withEmpty}
            every={t.notEmpty}
            value={wanted.empty}
            options={[{ value: 'with', name: t.withEmpty }]}
            change={value => change({ empty: value })}
          />
          <span className="moment" title={t.asAtAbout}>
            <span aria-hidden="true">{t.asAt}</span>
            <Day
              label={t.asAt}
              value={wanted.asAt}
              change={value => change({ asAt: value })}
              testId="as-at"
            />
          </span>
          <Search label={t.find} hint={t.findHint} value={wanted.q} change={words => change({ q: words })} />
        </Filters>
      </PageHead>
      <Listed of={lines} empty={isNarrowed ? t.notFound : t.nothing}>
        {rows => (
          <Table
            label={t.title}
            columns={shown}
            rows={rows}
            keyOf={line => line.line}
            {...sorting}
            testId="levels"
          />
        )}
      </Listed>
    </>
  )
}

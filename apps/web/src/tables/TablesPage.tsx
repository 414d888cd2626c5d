import { getRouteApi, Link } from '@tanstack/react-router'
import { Filters } from '../list/Filters.tsx'
import { PageHead } from '../list/PageHead.tsx'
import { Search } from '../list/Search.tsx'
import { Table } from '../list/Table.tsx'
import { useFilters } from '../list/use-filters.ts'
import { Asked } from '../part/Asked.tsx'
import { useTitle } from '../part/title.ts'
import type { Table as CodeTable } from '../remote/contracts.ts'
import { useMay } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { tableColumns } from './columns.tsx'
import { tableName } from './table-names.ts'
import './tables.css'
import { tablesTexts } from './tables.texts.ts'

const route = getRouteApi('/tables')

/** Tables that plans rest on, with their editions. */
export function TablesPage() {
  const t = useTexts(tablesTexts)
  useTitle(t.title)
  const { q } = route.useSearch()
  const change = useFilters<{ q?: string }>()
  const mayImport = useMay('customs.table.import')
  const tables = useAsk('customs.table.list', {})
  return (
    <div className="page">
      <PageHead
        title={t.title}
        lead={t.lead}
        action={
          mayImport ? (
            <Link className="button main" to="/tables/import" data-testid="table-import">
              {t.import}
            </Link>
          ) : null
        }
      >
        <Filters>
          <Search label={t.find} hint={t.findHint} value={q} change={words => change({ q: words })} />
        </Filters>
      </PageHead>
      <Asked of={tables}>{answer => <Rows tables={answer.tables} words={q} />}</Asked>
      <p className="quiet tables-how">{t.how}</p>
    </div>
  )
}

function Rows({ tables, words }: { tables: readonly CodeTable[]; words: string | undefined }) {
  const t = useTexts(tablesTexts)
  const { language } = useLanguage()
  const shown = tables.filter(({ table, edition, source }) =>
    [table, tableName(table, language), edition, source].some(text =>
      text.toLowerCase().includes(words?.toLowerCase() ?? ''),
    ),
  )
  if (shown.length === 0) return <p className="sheet empty">{words ? t.notFound : t.nothing}</p>
  return (
    <Table
      label={t.title}
      columns={tableColumns(t, language)}
      rows={shown}
      keyOf={({ table, edition }) => `${table} ${edition}`}
      testId="tables"
    />
  )
}

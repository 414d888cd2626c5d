import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Search } from '../../list/Search.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { useSorting } from '../../list/use-sorting.ts'
import { useTitle } from '../../part/title.ts'
import { useMay } from '../../remote/session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames } from '../use-stock.ts'
import { articleColumns } from './article-columns.tsx'
import { articlesTexts } from './articles.texts.ts'

const route = getRouteApi('/stock/articles')
const limit = 50

/** What the reader owns or keeps, article by article. */
export function ArticlesPage() {
  const t = { ...useTexts(stockTexts), ...useTexts(articlesTexts) }
  useTitle(t.title)
  const { language } = useLanguage()
  const { q, sort } = route.useSearch()
  const sorting = useSorting(sort)
  const change = useFilters<{ q?: string }>()
  const search = useDeferredValue(q)
  const mayRegister = useMay('market.article.write')
  const articles = usePages(
    'market.article.list',
    { search, sort, limit },
    { rows: answer => answer.articles, next: answer => answer.next, isCalm: true },
  )
  const columns = articleColumns(t, language, useStockNames())
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={articles.rows?.length ? <Export name={t.title} columns={columns} rows={articles.all} /> : null}
        action={
          mayRegister ? (
            <Link className="button main" to="/stock/articles/new" data-testid="register-article">
              {t.register}
            </Link>
          ) : null
        }
      >
        <Filters>
          <Search label={t.find} hint={t.findHint} value={q} change={words => change({ q: words })} />
        </Filters>
      </PageHead>
      <Listed of={articles} empty={q ? t.notFound : t.nothing}>
        {rows => (
          <Table
            label={t.title}
            columns={columns}
            rows={rows}
            keyOf={article => article.id}
            {...sorting}
            testId="articles"
          />
        )}
      </Listed>
    </>
  )
}

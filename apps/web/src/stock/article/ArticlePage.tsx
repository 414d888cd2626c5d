import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { Amount } from '../../part/Amount.tsx'
import { Asked } from '../../part/Asked.tsx'
import { grouped } from '../../part/amount.ts'
import { Fact } from '../../part/Fact.tsx'
import { hasKept } from '../../part/kept.ts'
import { useTitle } from '../../part/title.ts'
import type { Availability } from '../../remote/market.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { levelsTexts } from '../level/levels.texts.ts'
import { stockTexts } from '../stock.texts.ts'
import { nameIn, useArticles, useStockNames, useStockRules } from '../use-stock.ts'
import { articlesTexts } from './articles.texts.ts'
import { ChangeForm } from './ChangeForm.tsx'

const route = getRouteApi('/stock/articles/$id')

/** One article: how much of it can be had, by kind of warehouse and by warehouse, and why not more. */
export function ArticlePage() {
  const { id } = route.useParams()
  const found = useAsk('market.stock.availability', { article: id })
  return <Asked of={found}>{answer => <Whole of={answer} />}</Asked>
}

function Whole({ of }: { of: Availability }) {
  const t = { ...useTexts(stockTexts), ...useTexts(levelsTexts), ...useTexts(articlesTexts) }
  const { language } = useLanguage()
  const names = useStockNames()
  const kinds = useStockRules()?.warehouseKinds
  const article = useArticles()?.find(each => each.id === of.article)
  const { who } = useWho()
  const isOwn = useMay('market.article.write') && article?.owner === who?.party.id
  const [isOpen, setOpen] = useState(() => hasKept(`article ${of.article}`))
  useTitle(names.article(of.article) ?? of.sku)
  const unit = names.unit(of.unit)
  const kindOf = (row: Amounts & { warehouseKind: string }) => nameIn(kinds, row.warehouseKind, language)
  return (
    <>
      <header className="record-head">
        <Link to="/stock/articles" data-back className="record-up">
          ← {t.all}
        </Link>
        <div className="record-top">
          <h1>{names.article(of.article) ?? of.sku}</h1>
          <dl className="sums">
            <div>
              <dt>
                {t.onHand} <span className="quiet">{unit}</span>
              </dt>
              <dd className="figures">
                <Amount value={of.total.onHand} />
              </dd>
            </div>
            <div>
              <dt>
                {t.available} <span className="quiet">{unit}</span>
              </dt>
              <dd className="figures" data-testid="available">
                <Amount value={of.total.available} />
              </dd>
            </div>
          </dl>
        </div>
        <dl className="facts">
          <Fact name={t.sku}>{of.sku}</Fact>
          <Fact name={t.unit}>{unit}</Fact>
          {article ? <Fact name={t.tracking}>{t[article.tracking]}</Fact> : null}
          {article?.hsCode ? <Fact name={t.hsCode}>{article.hsCode}</Fact> : null}
          {article?.low ? <Fact name={t.low}>{grouped(article.low)}</Fact> : null}
        </dl>
        <Why of={of} />
        {isOwn && !isOpen ? (
          <button type="button" className="button" onClick={() => setOpen(true)} data-testid="article-change">
            {t.change}
          </button>
        ) : null}
      </header>
      {isOpen ? <ChangeForm id={of.article} close={() => setOpen(false)} /> : null}
      <h2 className="section">{t.byKind}</h2>
      <Table
        label={t.byKind}
        columns={[{ key: 'kind', head: t.kind, text: kindOf, narrow: 'title' }, ...amounts(t, unit)]}
        rows={of.kinds}
        keyOf={row => row.warehouseKind}
        testId="by-kind"
      />
      <h2 className="section">{t.byWarehouse}</h2>
      <Table
        label={t.byWarehouse}
        columns={[
          {
            key: 'warehouse',
            head: t.warehouse,
            text: row => names.warehouse(row.warehouse),
            cell: row => (
              <Link to="/stock/levels" search={{ article: of.article, warehouse: row.warehouse }} data-row>
                {names.warehouse(row.warehouse)}
              </Link>
            ),
            narrow: 'title',
          },
          { key: 'kind', head: t.kind, text: kindOf, narrow: 'mark' },
          ...amounts(t, unit),
        ]}
        rows={of.warehouses}
        keyOf={row => row.warehouse}
        testId="by-warehouse"
      />
    </>
  )
}

type Amounts = Availability['total']
type T = ReturnType<typeof useTexts<typeof levelsTexts>>

/** How much there is of something, the same columns everywhere. */
function amounts(t: T, unit: string): Column<Amounts>[] {
  return (['onHand', 'held', 'onSale', 'sold', 'available'] as const).map(key => ({
    key,
    head: t[key],
    unit,
    kind: 'number' as const,
    text: row => row[key],
    cell: row => <Amount value={row[key]} />,
    narrow: key === 'onHand' || key === 'onSale' ? ('left' as const) : ('right' as const),
  }))
}

/** On hand less what is not available, part by part. */
function Why({ of }: { of: Availability }) {
  const t = { ...useTexts(levelsTexts), ...useTexts(articlesTexts) }
  const { notAvailable, total } = of
  const parts = (['held', 'onSale', 'blocked', 'expired'] as const).map(
    key => `${grouped(notAvailable[key])} ${t[key]}`,
  )
  return (
    <p className="figures second" data-testid="why">
      {t.available} <b>{grouped(total.available)}</b> = {grouped(total.onHand)} {t.onHand} −{' '}
      {parts.join(' − ')}
    </p>
  )
}

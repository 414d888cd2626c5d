import { getRouteApi, Link } from '@tanstack/react-router'
import { Choice } from '../../list/Choice.tsx'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { useSorting } from '../../list/use-sorting.ts'
import { useTitle } from '../../part/title.ts'
import { useMay } from '../../remote/session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames, useWarehouses } from '../use-stock.ts'
import { receiptColumns } from './receipt-columns.tsx'
import { receiptsTexts } from './receipts.texts.ts'
import { receiptStates } from './states.ts'

const route = getRouteApi('/stock/receipts')
const limit = 50

/** What was announced to the reader's warehouses, or by the reader. */
export function ReceiptsPage() {
  const t = { ...useTexts(stockTexts), ...useTexts(receiptsTexts) }
  useTitle(t.title)
  const { language } = useLanguage()
  const { state, warehouse, sort } = route.useSearch()
  const sorting = useSorting(sort)
  const change = useFilters<{ state?: typeof state; warehouse?: string }>()
  const names = useStockNames()
  const warehouses = useWarehouses()
  const mayAnnounce = useMay('market.receipt.announce')
  const receipts = usePages(
    'market.receipt.list',
    { state, warehouse, sort, limit },
    { rows: answer => answer.receipts, next: answer => answer.next, isCalm: true },
  )
  const columns = receiptColumns(t, names)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={receipts.rows?.length ? <Export name={t.title} columns={columns} rows={receipts.all} /> : null}
        action={
          mayAnnounce ? (
            <Link className="button main" to="/stock/receipts/new" data-testid="announce">
              {t.announce}
            </Link>
          ) : null
        }
      >
        <Filters>
          <Choice
            label={t.state}
            every={t.everyState}
            value={state}
            options={receiptStates.map(value => ({ value, name: t[value] }))}
            change={value => change({ state: value })}
            testId="filter-state"
          />
          <Choice
            label={t.warehouse}
            every={t.everyWarehouse}
            value={warehouse}
            options={(warehouses ?? []).map(each => ({ value: each.id, name: each.name[language] }))}
            change={value => change({ warehouse: value })}
          />
        </Filters>
      </PageHead>
      <Listed of={receipts} empty={state || warehouse ? t.notFound : t.nothing}>
        {rows => (
          <Table
            label={t.title}
            columns={columns}
            rows={rows}
            keyOf={receipt => receipt.id}
            {...sorting}
            testId="receipts"
          />
        )}
      </Listed>
    </>
  )
}

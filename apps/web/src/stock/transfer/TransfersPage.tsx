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
import type { TransfersSearch } from '../search.ts'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames, useWarehouses } from '../use-stock.ts'
import { transferStates } from './states.ts'
import { transferColumns } from './transfer-columns.tsx'
import { transfersTexts } from './transfers.texts.ts'

const route = getRouteApi('/stock/transfers')
const limit = 50

/** What goes from one warehouse to another. */
export function TransfersPage() {
  const t = { ...useTexts(stockTexts), ...useTexts(transfersTexts) }
  useTitle(t.title)
  const { language } = useLanguage()
  const { state, warehouse, overdue, sort } = route.useSearch()
  const sorting = useSorting(sort)
  const change = useFilters<TransfersSearch>()
  const warehouses = useWarehouses()
  const mayOrder = useMay('market.transfer.order')
  const transfers = usePages(
    'market.transfer.list',
    { state, warehouse, overdue: overdue === 'yes' || undefined, sort, limit },
    { rows: answer => answer.transfers, next: answer => answer.next, isCalm: true },
  )
  const columns = transferColumns(t, useStockNames())
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={
          transfers.rows?.length ? <Export name={t.title} columns={columns} rows={transfers.all} /> : null
        }
        action={
          mayOrder ? (
            <Link className="button main" to="/stock/transfers/new" data-testid="order-transfer">
              {t.order}
            </Link>
          ) : null
        }
      >
        <Filters>
          <Choice
            label={t.state}
            every={t.everyState}
            value={state}
            options={transferStates.map(value => ({ value, name: t[value] }))}
            change={value => change({ state: value })}
            testId="filter-state"
          />
          <Choice
            label={t.allOfThem}
            every={t.allOfThem}
            value={overdue}
            options={[{ value: 'yes', name: t.onlyOverdue }]}
            change={value => change({ overdue: value })}
            testId="filter-overdue"
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
      <Listed of={transfers} empty={state || warehouse || overdue ? t.notFound : t.nothing}>
        {rows => (
          <Table
            label={t.title}
            columns={columns}
            rows={rows}
            keyOf={transfer => transfer.id}
            {...sorting}
            testId="transfers"
          />
        )}
      </Listed>
    </>
  )
}

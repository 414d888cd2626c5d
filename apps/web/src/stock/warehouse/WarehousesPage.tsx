import { getRouteApi, Link } from '@tanstack/react-router'
import { Choice } from '../../list/Choice.tsx'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { useTitle } from '../../part/title.ts'
import { useMay } from '../../remote/session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames, useStockRules } from '../use-stock.ts'
import { warehouseColumns } from './warehouse-columns.tsx'
import { warehousesTexts } from './warehouses.texts.ts'

const route = getRouteApi('/stock/warehouses')
const limit = 50

/** The warehouses that the reader runs or stores in. */
export function WarehousesPage() {
  const t = { ...useTexts(stockTexts), ...useTexts(warehousesTexts) }
  useTitle(t.title)
  const { language } = useLanguage()
  const { kind } = route.useSearch()
  const change = useFilters<{ kind?: string }>()
  const kinds = useStockRules()?.warehouseKinds ?? {}
  const mayKeep = useMay('market.warehouse.keep')
  const warehouses = usePages(
    'market.warehouse.list',
    { kind, limit },
    { rows: answer => answer.warehouses, next: answer => answer.next },
  )
  const columns = warehouseColumns(t, language, useStockNames())
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={
          warehouses.rows?.length ? <Export name={t.title} columns={columns} rows={warehouses.all} /> : null
        }
        action={
          mayKeep ? (
            <Link className="button main" to="/stock/warehouses/new" data-testid="register-warehouse">
              {t.register}
            </Link>
          ) : null
        }
      >
        <Filters>
          <Choice
            label={t.kind}
            every={t.everyKind}
            value={kind}
            options={Object.entries(kinds).map(([value, name]) => ({ value, name: name[language] }))}
            change={value => change({ kind: value })}
          />
        </Filters>
      </PageHead>
      <Listed of={warehouses} empty={t.nothing}>
        {rows => (
          <Table
            label={t.title}
            columns={columns}
            rows={rows}
            keyOf={warehouse => warehouse.id}
            testId="warehouses"
          />
        )}
      </Listed>
    </>
  )
}

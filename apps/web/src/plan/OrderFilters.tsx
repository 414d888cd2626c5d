import { getRouteApi } from '@tanstack/react-router'
import { Choice } from '../list/Choice.tsx'
import { Filters } from '../list/Filters.tsx'
import { Search } from '../list/Search.tsx'
import { useFilters } from '../list/use-filters.ts'
import { modeLabel } from '../part/modes.ts'
import type { Plan } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { ordersTexts } from './orders.texts.ts'

const route = getRouteApi('/desk/plans/$id')

/** Words, chosen mode, container. */
export function OrderFilters({ plan, total }: { plan: Plan; total: number }) {
  const t = useTexts(ordersTexts)
  const { language } = useLanguage()
  const search = route.useSearch()
  const change = useFilters<typeof search>()
  const shipments = [...new Set(plan.shipments.map(one => one.shipment))]
  const chosen = plan.chosen.filter(({ mode }) => mode !== 'none')
  const isNarrowed = Boolean(search.q || search.mode || search.shipment)
  return (
    <Filters
      className="orders-filters"
      shown={t.count(total)}
      clear={isNarrowed ? () => change({ q: undefined, mode: undefined, shipment: undefined }) : undefined}
    >
      <Search label={t.find} hint={t.findHint} value={search.q} change={q => change({ q })} />
      <Choice
        label={t.mode}
        every={t.everyMode}
        value={search.mode}
        options={[
          ...chosen.map(({ mode }) => ({ value: mode, name: modeLabel(mode, language) })),
          { value: 'none', name: t.noMode },
        ]}
        change={mode => change({ mode })}
        testId="filter-mode"
      />
      <Choice
        label={t.sort}
        every={t.asInBook}
        value={search.sort}
        options={[
          { value: 'orderNo', name: t.byNumber },
          { value: '-value', name: t.byValue },
          { value: '-taxes', name: t.byTaxes },
          { value: '-refund', name: t.byRefund },
          { value: 'netCost', name: t.byLowCost },
          { value: '-netCost', name: t.byCost },
        ]}
        change={sort => change({ sort })}
        isOrder
        testId="sort-orders"
      />
      {shipments.length > 0 ? (
        <Choice
          label={t.shipment}
          every={t.everyShipment}
          value={search.shipment}
          options={shipments.map(shipment => ({ value: shipment, name: shipment }))}
          change={shipment => change({ shipment })}
        />
      ) : null}
    </Filters>
  )
}

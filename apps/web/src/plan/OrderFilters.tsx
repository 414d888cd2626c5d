import { getRouteApi } from '@tanstack/react-router'
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
  const navigate = route.useNavigate()
  const change = (part: Partial<typeof search>) =>
    navigate({ search: { ...search, ...part }, replace: true, resetScroll: false })
  const shipments = [...new Set(plan.shipments.map(one => one.shipment))]
  const chosen = plan.chosen.filter(({ mode }) => mode !== 'none')
  const isNarrowed = Boolean(search.q || search.mode || search.shipment)
  return (
    <search className="filters orders-filters">
      <input
        className="field"
        type="search"
        data-search
        aria-label={t.find}
        placeholder={t.findHint}
        value={search.q ?? ''}
        onChange={event => change({ q: event.target.value || undefined })}
      />
      <select
        className="field"
        aria-label={t.mode}
        value={search.mode ?? ''}
        onChange={event => change({ mode: event.target.value || undefined })}
        data-testid="filter-mode"
      >
        <option value="">{t.everyMode}</option>
        {chosen.map(({ mode }) => (
          <option key={mode} value={mode}>
            {modeLabel(mode, language)}
          </option>
        ))}
        <option value="none">{t.noMode}</option>
      </select>
      {shipments.length > 0 ? (
        <select
          className="field"
          aria-label={t.shipment}
          value={search.shipment ?? ''}
          onChange={event => change({ shipment: event.target.value || undefined })}
        >
          <option value="">{t.everyShipment}</option>
          {shipments.map(shipment => (
            <option key={shipment} value={shipment}>
              {shipment}
            </option>
          ))}
        </select>
      ) : null}
      <span className="quiet figures orders-count" role="status">
        {t.count(total)}
        {isNarrowed ? (
          <button
            type="button"
            className="plain link"
            onClick={() => change({ q: undefined, mode: undefined, shipment: undefined })}
          >
            {t.clear}
          </button>
        ) : null}
      </span>
    </search>
  )
}

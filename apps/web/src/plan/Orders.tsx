import { getRouteApi } from '@tanstack/react-router'
import { useDeclared } from '../declaration/submit/use-declared.ts'
import type { Plan } from '../remote/contracts.ts'
import { useTexts } from '../text/language.tsx'
import { OrderFilters } from './OrderFilters.tsx'
import { OrderList } from './OrderList.tsx'
import './orders.css'
import { OrderView } from './OrderView.tsx'
import { ordersTexts } from './orders.texts.ts'
import { useOrders } from './use-orders.ts'

const route = getRouteApi('/desk/plans/$id')

/** Left the orders, right the one that is open; on a phone one of the two. */
export function Orders({ plan }: { plan: Plan }) {
  const t = useTexts(ordersTexts)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const orders = useOrders(plan.id, search)
  const declared = useDeclared(
    plan.id,
    orders.heads?.map(head => head.orderNo),
    search.panel === 'submit',
  )
  const open = (order: string) =>
    navigate({ search: { ...search, order, open: undefined, panel: undefined }, resetScroll: false })
  return (
    <div className={search.order ? 'orders has-open' : 'orders'}>
      <div className="orders-left sheet">
        <OrderFilters plan={plan} total={orders.total} />
        <OrderList orders={orders} declared={declared} chosen={search.order} open={open} />
      </div>
      <div className="orders-right">
        {search.order ? (
          <OrderView key={search.order} plan={plan} orderNo={search.order} />
        ) : (
          <div className="sheet empty orders-none">
            <p>{t.pick}</p>
            <p className="quiet">{t.pickKeys}</p>
          </div>
        )}
      </div>
    </div>
  )
}

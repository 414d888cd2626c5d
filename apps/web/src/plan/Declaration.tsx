import { Link } from '@tanstack/react-router'
import { grouped, share } from '../part/amount.ts'
import type { Plan, ShipmentPlan } from '../remote/contracts.ts'
import { useTexts } from '../text/language.tsx'
import { containersTexts } from './containers.texts.ts'

interface Props {
  plan: Plan
  declaration: ShipmentPlan['declarations'][number]
  number: number
  limit: string | undefined
}

/** One declaration of a container: its value against the limit as a bar, its lines, its orders. */
export function Declaration({ plan, declaration, number, limit }: Props) {
  const t = useTexts(containersTexts)
  const { usd, lines, orders, declaredLines } = declaration
  const full = limit === undefined || usd === undefined ? undefined : share(usd, limit)
  return (
    <li className="declaration" data-testid="declaration">
      <span className="declaration-no">{t.declaration(number)}</span>
      <b className="num">USD {usd === undefined ? '—' : grouped(usd)}</b>
      {full === undefined ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a meter element cannot be drawn alike in all browsers.
        <div
          className="meter"
          role="meter"
          aria-label={`${t.declaration(number)} ${t.full(`${full}%`)}`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={full}
        >
          <span style={{ width: `${full}%` }} />
        </div>
      )}
      <span className="second figures nowrap">{full === undefined ? '' : t.full(`${full.toFixed(1)}%`)}</span>
      <details>
        <summary className="figures">
          {t.orders(orders.length)} · {t.lines(lines)}
          {declaredLines !== undefined && declaredLines !== lines ? ` · ${t.declared(declaredLines)}` : ''}
        </summary>
        <ul aria-label={t.ordersOf}>
          {orders.map(orderNo => (
            <li key={orderNo}>
              <Link
                className="tag figures"
                to="/plans/$id"
                params={{ id: plan.id }}
                search={{ order: orderNo }}
              >
                {orderNo}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

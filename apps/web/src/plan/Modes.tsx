import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { cents } from '../part/amount.ts'
import { moveAmongRows } from '../part/arrows.ts'
import { Scroll } from '../part/Scroll.tsx'
import type { Plan } from '../remote/contracts.ts'
import { useTexts } from '../text/language.tsx'
import { ModeRow } from './ModeRow.tsx'
import { orderTexts } from './order.texts.ts'
import { type InputOrder, inRank, isAllowed, type OrderJson, usedKinds } from './order-json.ts'

const OverrideForm = lazy(() => import('./OverrideForm.tsx').then(m => ({ default: m.OverrideForm })))
const route = getRouteApi('/desk/plans/$id')

interface Props {
  plan: Plan
  order: OrderJson
  input: InputOrder
}

/** Every mode beside the others: may it be used, what does it cost; one opens to its reasoning. */
export function Modes({ plan, order, input }: Props) {
  const t = useTexts(orderTexts)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [overriding, setOverriding] = useState<string>()
  const modes = inRank(order, cents)
  const kinds = usedKinds(order.modes.map(mode => mode.taxes))
  const allowed = modes.filter(isAllowed)
  const least = allowed.reduce<string | undefined>(
    (best, mode) => (best === undefined || cents(mode.netCost ?? '0') < cents(best) ? mode.netCost : best),
    undefined,
  )
  const toggle = (mode: string) =>
    navigate({
      search: { ...search, open: search.open === mode ? undefined : mode },
      replace: true,
      resetScroll: false,
    })
  const amounts = [...kinds.map(kind => t[kind]), t.refund, t.netCost]
  return (
    <Scroll label={t.modes}>
      <table className="rows modes" onKeyDown={moveAmongRows} data-testid="modes">
        <caption className="unseen">{t.modes}</caption>
        <thead>
          <tr>
            <th scope="col">{t.mode}</th>
            <th scope="col">{t.may}</th>
            {amounts.map(name => (
              <th key={name} scope="col" className="num">
                {name}
                <span className="unit">{t.cny}</span>
              </th>
            ))}
            <th scope="col" className="num">
              {t.documents}
              <span className="unit">{t.count}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {modes.map(mode => (
            <ModeRow
              key={mode.mode}
              mode={mode}
              kinds={kinds}
              input={input}
              isChosen={mode.mode === order.chosen}
              isLeast={isAllowed(mode) && allowed.length > 1 && mode.netCost === least}
              isOpen={search.open === mode.mode}
              toggle={() => toggle(mode.mode)}
              override={isAllowed(mode) && mode.mode !== order.chosen ? setOverriding : undefined}
            />
          ))}
        </tbody>
      </table>
      {overriding ? (
        <Suspense>
          <OverrideForm
            plan={plan}
            orderNo={order.orderNo}
            mode={overriding}
            close={() => setOverriding(undefined)}
          />
        </Suspense>
      ) : null}
    </Scroll>
  )
}

import { Link } from '@tanstack/react-router'
import { Amount } from '../part/Amount.tsx'
import { grouped } from '../part/amount.ts'
import { moveAmongRows } from '../part/arrows.ts'
import { Progress } from '../part/Progress.tsx'
import { Scroll } from '../part/Scroll.tsx'
import { StateMark } from '../part/StateMark.tsx'
import type { PlanHead } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import './plans.css'
import { dayAndTime } from '../part/time.ts'
import { plansTexts } from './plans.texts.ts'
import { isUnderWay, planState, readShare } from './states.ts'

/** Plans as a dense table; on a phone each becomes a card by the same markup. */
export function PlanRows({ plans }: { plans: readonly PlanHead[] }) {
  const t = useTexts(plansTexts)
  const amounts = [t.taxes, t.refund, t.netCost]
  return (
    <Scroll label={t.title} className="sheet">
      <table className="rows plan-rows" onKeyDown={moveAmongRows} data-testid="plans">
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.book}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.date}</th>
            <th scope="col" className="num">
              {t.orders}
            </th>
            <th scope="col" className="num">
              {t.planned}
            </th>
            <th scope="col" className="num">
              {t.refused}
            </th>
            {amounts.map(name => (
              <th key={name} scope="col" className="num">
                {name}
                <span className="unit">{t.cny}</span>
              </th>
            ))}
            <th scope="col">{t.made}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map(plan => (
            <PlanRow key={plan.id} plan={plan} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function PlanRow({ plan }: { plan: PlanHead }) {
  const t = useTexts(plansTexts)
  const { language } = useLanguage()
  return (
    <tr className="plan-row">
      <td className="nowrap figures">
        <Link to="/plans/$id" params={{ id: plan.id }} data-row>
          {plan.number}
        </Link>
      </td>
      <td className="plan-name">{plan.name}</td>
      <td>
        <StateMark state={planState[plan.state]}>{t[plan.state]}</StateMark>
        {isUnderWay(plan) ? (
          <div className="plan-reading">
            <Progress share={readShare(plan)} label={t.reading} />
            <span className="quiet figures">{t.readSoFar(plan.read)}</span>
          </div>
        ) : null}
        {plan.failure ? <p className="second">{plan.failure.text[language]}</p> : null}
      </td>
      <td className="figures nowrap">{plan.date}</td>
      <td className="num" data-label={t.orders}>
        {grouped(String(plan.orders))}
      </td>
      <td className="num">{grouped(String(plan.planned))}</td>
      <td className="num">{plan.refused > 0 ? <b>{plan.refused}</b> : <span className="quiet">0</span>}</td>
      <td className="num">
        <Amount value={plan.taxes} />
      </td>
      <td className="num">
        <Amount value={plan.refund} />
      </td>
      <td className="num" data-label={t.netCost}>
        <Amount value={plan.netCost} />
      </td>
      <td className="second nowrap figures">
        {dayAndTime(plan.createdAt)}
        <span className="unit">{plan.createdBy[language]}</span>
      </td>
    </tr>
  )
}

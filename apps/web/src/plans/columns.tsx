import { Link } from '@tanstack/react-router'
import type { Column } from '../list/column.ts'
import { Amount } from '../part/Amount.tsx'
import { Progress } from '../part/Progress.tsx'
import { StateMark } from '../part/StateMark.tsx'
import { dayAndTime } from '../part/time.ts'
import type { PlanHead } from '../remote/contracts.ts'
import type { Language, Texts } from '../text/catalogue.ts'
import type { plansTexts } from './plans.texts.ts'
import { isUnderWay, planState, readShare } from './states.ts'

type T = Texts<typeof plansTexts>

export function planColumns(t: T, language: Language): Column<PlanHead>[] {
  return [
    {
      key: 'number',
      head: t.number,
      className: 'nowrap figures',
      text: plan => plan.number,
      cell: plan => (
        <Link to="/plans/$id" params={{ id: plan.id }} data-row>
          {plan.number}
        </Link>
      ),
      narrow: 'title',
    },
    { key: 'book', sortBy: 'name', head: t.book, className: 'plan-name', text: plan => plan.name },
    {
      key: 'state',
      head: t.state,
      text: plan => t[plan.state],
      cell: plan => <State plan={plan} t={t} language={language} />,
      narrow: 'mark',
    },
    {
      key: 'date',
      head: t.date,
      kind: 'figures',
      className: 'nowrap',
      text: plan => plan.date,
      narrow: 'off',
    },
    {
      key: 'orders',
      sortBy: 'orders',
      head: t.orders,
      kind: 'number',
      text: plan => String(plan.orders),
      narrow: 'left',
    },
    { key: 'planned', head: t.planned, kind: 'number', text: plan => String(plan.planned), narrow: 'off' },
    {
      key: 'refused',
      head: t.refused,
      kind: 'number',
      text: plan => String(plan.refused),
      cell: plan => (plan.refused > 0 ? <b>{plan.refused}</b> : <span className="quiet">0</span>),
      narrow: 'off',
    },
    { ...sum('taxes', t.taxes, t), sortBy: 'taxes' },
    sum('refund', t.refund, t),
    { ...sum('netCost', t.netCost, t), sortBy: 'netCost', narrow: 'right' },
    {
      key: 'made',
      sortBy: 'created',
      head: t.made,
      kind: 'figures',
      className: 'second nowrap',
      text: plan => `${dayAndTime(plan.createdAt)} ${plan.createdBy[language]}`,
      cell: plan => (
        <>
          {dayAndTime(plan.createdAt)}
          <span className="unit">{plan.createdBy[language]}</span>
        </>
      ),
      narrow: 'off',
    },
  ]
}

const sum = (key: 'taxes' | 'refund' | 'netCost', head: string, t: T): Column<PlanHead> => ({
  key,
  head,
  unit: t.cny,
  kind: 'number',
  text: plan => plan[key],
  cell: plan => <Amount value={plan[key]} />,
  narrow: 'off',
})

function State({ plan, t, language }: { plan: PlanHead; t: T; language: Language }) {
  return (
    <>
      <StateMark state={planState[plan.state]}>{t[plan.state]}</StateMark>
      {isUnderWay(plan) ? (
        <div className="plan-reading">
          <Progress share={readShare(plan)} label={t.reading} />
          <span className="quiet figures">{t.readSoFar(plan.read)}</span>
        </div>
      ) : null}
      {plan.failure ? <p className="second">{plan.failure.text[language]}</p> : null}
    </>
  )
}

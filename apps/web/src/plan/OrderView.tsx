import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useDeclared } from '../declaration/submit/use-declared.ts'
import { markOf, stateTexts, stateWord } from '../declaration/words.ts'
import { PrintMenu } from '../paper/PrintMenu.tsx'
import { Asked } from '../part/Asked.tsx'
import { grouped } from '../part/amount.ts'
import { countryName } from '../part/country.ts'
import { modeLabel } from '../part/modes.ts'
import { StateMark } from '../part/StateMark.tsx'
import { dayAndTime } from '../part/time.ts'
import type { OrderDetail, Plan } from '../remote/contracts.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { BreakEven } from './BreakEven.tsx'
import { FixNote } from './fix/FixNote.tsx'
import { Modes } from './Modes.tsx'
import { orderTexts } from './order.texts.ts'
import { inputOrder, orderJson } from './order-json.ts'
import './order.css'
import { OrderRules } from './OrderRules.tsx'
import { wordFor } from './words.ts'

const WhatIfPanel = lazy(() => import('./WhatIfPanel.tsx').then(m => ({ default: m.WhatIfPanel })))
const route = getRouteApi('/desk/plans/$id')

/** The open order: which way is best and why. */
export function OrderView({ plan, orderNo }: { plan: Plan; orderNo: string }) {
  const order = useAsk('customs.plan.order', { id: plan.id, orderNo })
  return (
    <article className="sheet order-view" aria-label={orderNo} data-testid="order-view">
      <Asked of={order}>{detail => <Detail plan={plan} detail={detail} />}</Asked>
    </article>
  )
}

function Detail({ plan, detail }: { plan: Plan; detail: OrderDetail }) {
  const t = useTexts(orderTexts)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const json = orderJson(detail.plan)
  const input = inputOrder(detail.input)
  const panel = (open: boolean) =>
    navigate({ search: { ...search, panel: open ? 'what-if' : undefined }, resetScroll: false })
  return (
    <>
      <OrderHeading detail={detail} onWhatIf={() => panel(true)} />
      {json.chosen === null ? <p className="remark order-remark">{t.noChoice}</p> : null}
      <Modes plan={plan} order={json} input={input} />
      <BreakEven order={json} />
      <OrderRules rules={detail.rules} date={input.date ?? plan.date} />
      {search.panel === 'what-if' ? (
        <Suspense>
          <WhatIfPanel plan={plan} detail={detail} close={() => panel(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

function OrderHeading({ detail, onWhatIf }: { detail: OrderDetail; onWhatIf: () => void }) {
  const t = useTexts(orderTexts)
  const { language } = useLanguage()
  const { order: _order, open: _open, panel: _panel, ...rest } = route.useSearch()
  const { id } = route.useParams()
  const { head, override } = detail
  const states = useTexts(stateTexts)
  const declared = useDeclared(id, [head.orderNo], false).get(head.orderNo)
  const facts = [
    head.direction === 'import' ? t.import : t.export,
    wordFor(head.channel, language),
    countryName(head.country, language),
    t.lines(head.lines),
    head.shipment,
  ]
  return (
    <header className="order-head">
      <Link to="/plans/$id" params={{ id }} search={rest} className="order-back" data-back>
        ← {t.back}
      </Link>
      <div>
        <h2 className="figures">{head.orderNo}</h2>
        <p className="second">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <p className="order-value figures">
        <b>USD {grouped(head.usd)}</b>
        <span className="quiet">CNY {grouped(head.cny)}</span>
      </p>
      <button type="button" className="button" onClick={onWhatIf} data-testid="what-if-open">
        {t.whatIf}
      </button>
      <PrintMenu of={{ plan: id, orderNo: head.orderNo }} />
      {declared ? (
        <p className="order-declared" data-testid="order-declared">
          <StateMark state={markOf(declared.state)}>{stateWord(states, declared.state)}</StateMark>{' '}
          <Link to="/declarations/$id" params={{ id: declared.id }} className="figures">
            {declared.number}
          </Link>
        </p>
      ) : null}
      {override ? (
        <p className="order-override" data-testid="override-note">
          {t.overridden(modeLabel(override.mode, language), override.by[language], dayAndTime(override.at))}
          {language === 'zh' ? '：' : ': '}
          {override.reason}
        </p>
      ) : null}
      {detail.fix ? <FixNote fix={detail.fix} /> : null}
    </header>
  )
}

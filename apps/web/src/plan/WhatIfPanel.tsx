import { Button, Drawer } from 'antd'
import { useKept } from '../part/kept.ts'
import { Refusal } from '../part/Refusal.tsx'
import type { OrderDetail, Plan } from '../remote/contracts.ts'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import { inputOrder } from './order-json.ts'
import { WhatIfFields } from './WhatIfFields.tsx'
import { badField, changesOf, draftOf, isTrial, type Trial } from './what-if.ts'
import './what-if.css'
import { WhatIfOutcome } from './WhatIfOutcome.tsx'
import { whatIfTexts } from './what-if.texts.ts'

interface Props {
  plan: Plan
  detail: OrderDetail
  close: () => void
}

/** Another day, another rate, another invoice: the order's plan before and after, without saving anything. */
export function WhatIfPanel({ plan, detail, close }: Props) {
  const t = useTexts(whatIfTexts)
  const { orderNo } = detail.head
  const input = inputOrder(detail.input)
  const currency = input.currency ?? 'USD'
  const start = draftOf(input, plan.date)
  const fits = (value: unknown): value is Trial => isTrial(value, start)
  const [kept, keep] = useKept(`what-if ${plan.id} ${orderNo}`, fits)
  const { draft, asked } = kept ?? { draft: start, asked: undefined }
  const bad = badField(draft)
  const changes = changesOf(draft, start, currency)
  const trial = useAsk(
    'customs.plan.whatIf',
    { id: plan.id, orderNo, ...(asked ? changesOf(asked, start, currency) : {}) },
    { enabled: asked !== undefined },
  )
  return (
    <Drawer
      open
      size={620}
      title={t.title(orderNo)}
      onClose={close}
      className="what-if"
      data-testid="what-if"
      footer={
        <div className="what-if-foot">
          <span className={bad ? 'state refused' : 'quiet'} role="status">
            {bad ? t.bad(bad) : changes ? '' : t.unchanged}
          </span>
          <Button onClick={() => keep(undefined)} disabled={!changes}>
            {t.original}
          </Button>
          <Button
            type="primary"
            disabled={!changes || bad !== undefined}
            loading={trial.isFetching}
            onClick={() => keep({ draft, asked: draft })}
            data-testid="what-if-run"
          >
            {t.run}
          </Button>
        </div>
      }
    >
      <p className="second">{t.about}</p>
      <WhatIfFields
        draft={draft}
        change={next => keep({ draft: next, asked })}
        input={input}
        currency={currency}
        rate={plan.fx[currency]}
        hasInvoices={detail.head.direction === 'export'}
      />
      {trial.error ? <Refusal error={trial.error} again={() => trial.refetch()} /> : null}
      {trial.data && asked ? (
        <>
          {JSON.stringify(asked) === JSON.stringify(draft) ? null : <p className="remark">{t.stale}</p>}
          <WhatIfOutcome result={trial.data} />
        </>
      ) : null}
    </Drawer>
  )
}

import { useMutation } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { Refusal } from '../part/Refusal.tsx'
import { ask } from '../remote/call.ts'
import type { OrderDetail, Plan } from '../remote/contracts.ts'
import { useTexts } from '../text/language.tsx'
import { inputOrder } from './order-json.ts'
import { WhatIfFields } from './WhatIfFields.tsx'
import { badField, changesOf, type Draft, draftOf } from './what-if.ts'
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
  const input = inputOrder(detail.input)
  const currency = input.currency ?? 'USD'
  const start = draftOf(input, plan.date)
  const [draft, setDraft] = useState<Draft>(start)
  const bad = badField(draft)
  const changes = changesOf(draft, start, currency)
  const { orderNo } = detail.head
  const trial = useMutation({
    mutationFn: () => ask('customs.plan.whatIf', { id: plan.id, orderNo, ...changes }),
  })
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
          <Button onClick={() => setDraft(start)} disabled={!changes}>
            {t.original}
          </Button>
          <Button
            type="primary"
            disabled={!changes || bad !== undefined}
            loading={trial.isPending}
            onClick={() => trial.mutate()}
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
        change={setDraft}
        input={input}
        currency={currency}
        rate={plan.fx[currency]}
        hasInvoices={detail.head.direction === 'export'}
      />
      {trial.error ? <Refusal error={trial.error} /> : null}
      {trial.data ? <WhatIfOutcome result={trial.data} /> : null}
    </Drawer>
  )
}

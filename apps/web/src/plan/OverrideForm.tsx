import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useId, useRef, useState } from 'react'
import { modeLabel } from '../part/modes.ts'
import { Refusal } from '../part/Refusal.tsx'
import { command } from '../remote/call.ts'
import type { Plan } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { overrideTexts } from './override.texts.ts'

interface Props {
  plan: Plan
  orderNo: string
  mode: string
  close: () => void
}

const shortest = 4

/** Another lawful mode than the planner's, with the reason that the audit keeps. */
export function OverrideForm({ plan, orderNo, mode, close }: Props) {
  const t = useTexts(overrideTexts)
  const { language } = useLanguage()
  const id = useId()
  const [reason, setReason] = useState('')
  const cache = useQueryClient()
  // One key for one intent: pressing twice, or again after a lost answer, overrides once.
  const key = useRef(crypto.randomUUID())
  const override = useMutation({
    mutationFn: () =>
      command('customs.plan.override', { id: plan.id, orderNo, mode, reason: reason.trim() }, key.current),
    onSuccess: async () => {
      await cache.invalidateQueries({
        predicate: query => String(query.queryKey[0]).startsWith('customs.plan.'),
      })
      close()
    },
    onError: () => {
      key.current = crypto.randomUUID()
    },
  })
  return (
    <Modal
      open
      title={t.title(modeLabel(mode, language))}
      onCancel={close}
      footer={[
        <Button key="cancel" onClick={close}>
          {t.cancel}
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={override.isPending}
          disabled={reason.trim().length < shortest}
          onClick={() => override.mutate()}
          data-testid="override-save"
        >
          {t.save}
        </Button>,
      ]}
    >
      <p className="second">
        {orderNo}　{t.about}
      </p>
      <label htmlFor={id} className="panel-label">
        {t.reason}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={500}
        autoFocus
        placeholder={t.reasonHint}
        value={reason}
        onChange={event => setReason(event.target.value)}
        data-testid="override-reason"
      />
      {override.error ? <Refusal error={override.error} /> : null}
    </Modal>
  )
}

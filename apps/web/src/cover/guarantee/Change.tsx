import { useState } from 'react'
import { TextField } from '../../form/fields.tsx'
import { ReasonAction } from '../../form/ReasonAction.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useTexts } from '../../text/language.tsx'
import type { Guarantee } from './GuaranteePage.tsx'
import { guaranteeTexts } from './guarantee.texts.ts'

/** The officer's change of amount or term, with its reason. */
export function Change({ guarantee }: { guarantee: Guarantee }) {
  const t = useTexts(guaranteeTexts)
  const change = useCommand('customs.guarantee.change', ['customs.guarantee.'])
  const [amount, setAmount] = useState('')
  const [to, setTo] = useState('')
  const act = (reason: string | undefined) =>
    change.run({
      id: guarantee.id,
      ...(amount.trim() ? { amount: amount.trim() } : {}),
      ...(to ? { to } : {}),
      reason: reason ?? '',
    })
  return (
    <div className="record-ends">
      <ReasonAction
        label={t.change}
        about={t.changeAbout}
        problem={change.problem}
        isRunning={change.isRunning}
        act={act}
        testId="guarantee-change"
      >
        <div className="form-pair">
          <TextField
            place="/amount"
            label={t.newAmount}
            kind="decimal"
            hint={guarantee.amount}
            value={amount}
            change={setAmount}
            testId="guarantee-new-amount"
          />
          <TextField place="/to" label={t.newTo} kind="date" value={to} change={setTo} />
        </div>
      </ReasonAction>
    </div>
  )
}

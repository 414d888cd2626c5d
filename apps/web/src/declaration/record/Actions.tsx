import { useState } from 'react'
import { ReasonAction } from '../../form/ReasonAction.tsx'
import { useCommand } from '../../form/use-command.ts'
import { Refusal } from '../../part/Refusal.tsx'
import type { DeclarationRead } from '../../remote/declarations.ts'
import { Refused } from '../../remote/problem.ts'
import { useTexts } from '../../text/language.tsx'
import { actsOf } from './acts.ts'
import { ReturnLines } from './ReturnLines.tsx'
import { recordTexts } from './record.texts.ts'

/** What may be done with it now; the server says no where it may not after all. */
export function Actions({ declaration }: { declaration: DeclarationRead }) {
  const t = useTexts(recordTexts)
  const { id } = declaration
  const resend = useCommand('customs.declaration.resend', ['customs.'])
  const arrived = useCommand('customs.declaration.arrived', ['customs.'])
  const cancel = useCommand('customs.declaration.cancel', ['customs.'])
  const acts = actsOf(declaration)
  if (acts.size === 0) return null
  return (
    <>
      {acts.has('decide') ? (
        <div className="remark next-step">
          <p>
            <b>{t.decide}</b>　{t.decideAbout}
          </p>
        </div>
      ) : null}
      <div className="record-ends" data-testid="actions">
        {acts.has('resend') ? (
          <button
            type="button"
            className="button"
            disabled={resend.isRunning}
            onClick={() => resend.run({ id })}
            data-testid="resend"
          >
            {t.resend}
          </button>
        ) : null}
        {acts.has('decide') ? (
          <ReasonAction
            label={t.arrived}
            about={t.arrivedAbout}
            problem={arrived.problem}
            isRunning={arrived.isRunning}
            act={reason => arrived.run({ id, reason: reason ?? '' })}
            testId="arrived"
          />
        ) : null}
        {acts.has('withdraw') || acts.has('cancel') ? (
          <ReasonAction
            label={acts.has('withdraw') ? t.withdraw : t.cancel}
            about={acts.has('withdraw') ? t.withdrawAbout : t.cancelAbout}
            problem={cancel.problem}
            isRunning={cancel.isRunning}
            act={reason => cancel.run({ id, reason: reason ?? '' })}
            testId="cancel"
          />
        ) : null}
        {acts.has('return') ? <SendBack id={id} /> : null}
      </div>
      {resend.answer ? <p role="status">{t.resent(resend.answer.records)}</p> : null}
      {resend.problem ? <Refusal error={new Refused(resend.problem)} /> : null}
    </>
  )
}

/** Goods go back: all, or the lines and quantities that are chosen. */
function SendBack({ id }: { id: string }) {
  const t = useTexts(recordTexts)
  const [quantities, setQuantities] = useState<Readonly<Record<number, string>>>({})
  const sendBack = useCommand('customs.declaration.return', ['customs.'])
  const lines = Object.entries(quantities).map(([line, qty]) => ({ line: Number(line), qty: qty.trim() }))
  return (
    <ReasonAction
      label={t.sendBack}
      about={t.sendBackAbout}
      problem={sendBack.problem}
      isRunning={sendBack.isRunning}
      act={reason => sendBack.run({ id, reason: reason ?? '', ...(lines.length > 0 ? { lines } : {}) })}
      testId="return"
    >
      <ReturnLines id={id} quantities={quantities} change={setQuantities} />
    </ReasonAction>
  )
}

import { useState } from 'react'
import { useCommand } from '../form/use-command.ts'
import { Refusal } from '../part/Refusal.tsx'
import { Refused } from '../remote/problem.ts'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import { accountTexts } from './account.texts.ts'
import { CodeForm } from './CodeForm.tsx'
import { Picture } from './Picture.tsx'

const RENEWS = ['kernel.secondFactor', 'kernel.session.list']

/** Turning one's second factor on and off. */
export function SecondFactorPart() {
  const t = useTexts(accountTexts)
  const { data: factor } = useAsk('kernel.secondFactor.get', {})
  const begin = useCommand('kernel.secondFactor.begin', [])
  const confirm = useCommand('kernel.secondFactor.confirm', RENEWS)
  const end = useCommand('kernel.secondFactor.end', RENEWS)
  const [isEnding, setEnding] = useState(false)
  const { secret, uri } = begin.answer ?? {}
  const recovery = factor?.on ? confirm.answer?.recovery : undefined
  return (
    <section className="sheet account-part" aria-labelledby="account-factor">
      <h2 id="account-factor">{t.factor}</h2>
      <p className="second">{t.factorAbout}</p>
      <p data-testid="factor-state">
        {factor === undefined ? '' : factor.on ? t.factorOn(factor.recoveryLeft ?? 0) : t.factorOff}
      </p>
      {factor && !factor.on && !secret ? (
        <button type="button" className="button" onClick={() => begin.run({})} data-testid="factor-begin">
          {t.begin}
        </button>
      ) : null}
      {begin.problem ? <Refusal error={new Refused(begin.problem)} /> : null}
      {factor && !factor.on && secret && uri ? (
        <div className="account-scan">
          <Picture text={uri} label={t.picture} />
          <div>
            <p>{t.scan}</p>
            <p>
              {t.secret}: <code data-testid="factor-secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
            </p>
            <CodeForm
              label={t.confirm}
              running={confirm}
              send={code => confirm.run({ code })}
              testId="factor-confirm"
            />
          </div>
        </div>
      ) : null}
      {recovery ? (
        <div className="account-recovery" data-testid="factor-recovery">
          <h3>{t.recovery}</h3>
          <p>{t.recoveryAbout}</p>
          <ul>
            {recovery.map(code => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <button type="button" className="button" onClick={() => window.print()}>
            {t.print}
          </button>
        </div>
      ) : null}
      {factor?.on && !isEnding ? (
        <button type="button" className="button" onClick={() => setEnding(true)} data-testid="factor-end">
          {t.end}
        </button>
      ) : null}
      {factor?.on && isEnding ? (
        <>
          <p className="second">{t.endAbout}</p>
          <CodeForm
            label={t.end}
            running={end}
            send={code => end.run({ code }, { onSuccess: ended })}
            testId="factor-end-code"
          />
        </>
      ) : null}
    </section>
  )

  function ended() {
    setEnding(false)
    begin.forget()
    confirm.forget()
  }
}

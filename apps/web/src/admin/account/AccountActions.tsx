import { ReasonAction } from '../../form/ReasonAction.tsx'
import { useCommand } from '../../form/use-command.ts'
import { Refusal } from '../../part/Refusal.tsx'
import { Refused } from '../../remote/problem.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useTexts } from '../../text/language.tsx'
import { Confirm } from '../part/Confirm.tsx'
import { LinkOnce } from '../part/LinkOnce.tsx'
import type { WholeAccount } from './AccountPage.tsx'
import { accountTexts } from './account.texts.ts'

/** What may be done with an account; each says what it ends before it does. */
export function AccountActions({ account }: { account: WholeAccount }) {
  const t = useTexts(accountTexts)
  const { who } = useWho()
  const mayWrite = useMay('kernel.account.write')
  const invite = useCommand('kernel.account.invite', ['kernel.account.'])
  const enable = useCommand('kernel.account.enable', ['kernel.account.'])
  const { id, disabled, demonstration, hasPassword, secondFactor } = account
  if (!mayWrite) return null
  const isOwn = who?.account.id === id
  const problem = invite.problem ?? enable.problem
  return (
    <>
      <div className="record-ends">
        {disabled || demonstration ? null : (
          <button
            type="button"
            className={hasPassword ? 'button' : 'button main'}
            disabled={invite.isRunning}
            onClick={() => invite.run({ account: id })}
            data-testid="invite"
          >
            {hasPassword ? t.inviteReset : t.invite}
          </button>
        )}
        {disabled ? (
          <button
            type="button"
            className="button main"
            disabled={enable.isRunning}
            onClick={() => enable.run({ account: id })}
            data-testid="enable"
          >
            {t.enable}
          </button>
        ) : null}
        {secondFactor && !isOwn ? <EndFactor account={id} /> : null}
        {account.sessions.length > 0 && !isOwn ? <EndSessions account={account} /> : null}
        {disabled || isOwn ? null : <Disable account={account} />}
      </div>
      {isOwn ? (
        <p className="quiet">{t.own}</p>
      ) : demonstration ? (
        <p className="quiet">{t.demonstrationFixed}</p>
      ) : null}
      {problem ? <Refusal error={new Refused(problem)} /> : null}
      {invite.answer ? <LinkOnce url={invite.answer.url} expiresAt={invite.answer.expiresAt} /> : null}
    </>
  )
}

function EndFactor({ account }: { account: string }) {
  const t = useTexts(accountTexts)
  const end = useCommand('kernel.account.endSecondFactor', ['kernel.account.'])
  return (
    <Confirm
      label={t.endFactor}
      about={t.endFactorAbout}
      cancel={t.cancel}
      problem={end.problem}
      isRunning={end.isRunning}
      act={close => end.run({ account }, { onSuccess: close })}
      testId="end-factor"
    />
  )
}

function EndSessions({ account }: { account: WholeAccount }) {
  const t = useTexts(accountTexts)
  const end = useCommand('kernel.account.endSessions', ['kernel.account.'])
  return (
    <Confirm
      label={t.endSessions}
      about={t.endSessionsAbout(account.sessions.length)}
      cancel={t.cancel}
      problem={end.problem}
      isRunning={end.isRunning}
      act={close => end.run({ account: account.id }, { onSuccess: close })}
      testId="end-sessions"
    />
  )
}

function Disable({ account }: { account: WholeAccount }) {
  const t = useTexts(accountTexts)
  const disable = useCommand('kernel.account.disable', ['kernel.'])
  return (
    <ReasonAction
      label={t.disable}
      about={t.disableAbout(account.sessions.length, account.keys)}
      problem={disable.problem}
      isRunning={disable.isRunning}
      act={reason => disable.run({ account: account.id, ...(reason && { reason }) })}
      testId="disable"
    />
  )
}

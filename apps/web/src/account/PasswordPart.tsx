import { useState } from 'react'
import { Form } from '../form/Form.tsx'
import { TextField } from '../form/fields.tsx'
import { useCommand } from '../form/use-command.ts'
import { useTexts } from '../text/language.tsx'
import { accountTexts } from './account.texts.ts'
import { PasswordRules } from './PasswordRules.tsx'

const empty = { current: '', password: '' }

/** Changing one's own password. */
export function PasswordPart({ login }: { login: string }) {
  const t = useTexts(accountTexts)
  const change = useCommand('kernel.account.changePassword', ['kernel.session.list'])
  const [typed, setTyped] = useState(empty)
  return (
    <section className="sheet account-part" aria-labelledby="account-password">
      <h2 id="account-password">{t.password}</h2>
      <p className="second">{t.passwordAbout}</p>
      <Form
        problem={change.problem}
        send={() => change.run(typed, { onSuccess: () => setTyped(empty) })}
        actions={
          <button type="submit" className="button" disabled={change.isRunning} data-testid="change-password">
            {t.change}
          </button>
        }
        testId="password-form"
      >
        <TextField
          place="/current"
          label={t.current}
          kind="password"
          complete="current-password"
          value={typed.current}
          change={current => setTyped({ ...typed, current })}
        />
        <TextField
          place="/password"
          label={t.next}
          kind="password"
          complete="new-password"
          value={typed.password}
          change={password => setTyped({ ...typed, password })}
          testId="new-password"
        />
        <PasswordRules password={typed.password} login={login} />
      </Form>
      {change.answer ? <p role="status">{t.changed}</p> : null}
    </section>
  )
}

import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useTexts } from '../../text/language.tsx'
import { holdingTexts } from './account.texts.ts'
import type { Holding } from './Holdings.tsx'

interface Props {
  account: string
  holding: Holding
  title: string
  close: () => void
}

/** Takes a role back: now, or at the end of a day. */
export function EndHolding({ account, holding: { party, role, from }, title, close }: Props) {
  const t = useTexts(holdingTexts)
  const [to, setTo] = useState('')
  const end = useCommand('kernel.role.end', ['kernel.'])
  return (
    <div className="sheet form-sheet">
      <Form
        problem={end.problem}
        send={() => end.run({ account, party, role, since: from, ...(to && { to }) }, { onSuccess: close })}
        actions={
          <>
            <button type="submit" className="button main" disabled={end.isRunning} data-testid="end-role-do">
              {t.end}
            </button>
            <button type="button" className="button" onClick={close}>
              {t.cancel}
            </button>
          </>
        }
      >
        <h3>{title}</h3>
        <TextField
          place="/to"
          label={t.to}
          about={t.endAbout}
          kind="date"
          value={to}
          change={setTo}
          testId="end-role-to"
        />
      </Form>
    </div>
  )
}

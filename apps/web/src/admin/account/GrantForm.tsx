import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { ChoiceField, TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { type ChosenParty, PartyField } from '../part/PartyField.tsx'
import { useRoles } from '../part/use-role-names.ts'
import { holdingTexts } from './account.texts.ts'

const empty = { party: undefined as ChosenParty | undefined, role: '', from: '', to: '' }

/** A role for a party: from now on, or for some days. */
export function GrantForm({ account, isFirst }: { account: string; isFirst: boolean }) {
  const t = useTexts(holdingTexts)
  const { language } = useLanguage()
  const { roles } = useRoles()
  const [isOpen, setOpen] = useState(isFirst)
  const [typed, setTyped] = useState(empty)
  const change = (part: Partial<typeof empty>) => setTyped({ ...typed, ...part })
  const grant = useCommand('kernel.role.grant', ['kernel.'])
  const { party, role, from, to } = typed
  const send = () =>
    grant.run(
      { account, party: party?.id ?? '', role, ...(from && { from }), ...(to && { to }) },
      {
        onSuccess: () => {
          setTyped(empty)
          setOpen(false)
        },
      },
    )
  if (!isOpen) {
    return (
      <div className="record-ends">
        <button
          type="button"
          className="button"
          onClick={() => {
            grant.forget()
            setOpen(true)
          }}
          data-testid="grant"
        >
          {t.grant}
        </button>
        <p role="status" className="second">
          {grant.answer ? (grant.answer.granted ? t.granted : t.already) : ''}
        </p>
      </div>
    )
  }
  return (
    <div className="sheet form-sheet grant">
      <Form
        problem={grant.problem}
        send={send}
        testId="grant-form"
        actions={
          <>
            <button type="submit" className="button main" disabled={grant.isRunning} data-testid="grant-send">
              {t.send}
            </button>
            <button type="button" className="button" onClick={() => setOpen(false)}>
              {t.cancel}
            </button>
          </>
        }
      >
        <h3>{t.grant}</h3>
        <PartyField place="/party" value={party} change={party => change({ party })} />
        <ChoiceField
          place="/role"
          label={t.role}
          none={t.choose}
          value={role}
          options={roles.map(({ id, name }) => ({ value: id, name: name[language] }))}
          change={role => change({ role })}
          about={
            role ? (
              <Link to="/admin/roles/of/$id" params={{ id: role }}>
                {t.may}
              </Link>
            ) : undefined
          }
          testId="grant-role"
        />
        <div className="form-pair">
          <TextField
            place="/from"
            label={t.from}
            about={t.fromAbout}
            kind="date"
            value={from}
            change={from => change({ from })}
            testId="grant-from"
          />
          <TextField
            place="/to"
            label={t.to}
            about={t.toAbout}
            kind="date"
            value={to}
            change={to => change({ to })}
            testId="grant-to"
          />
        </div>
      </Form>
    </div>
  )
}

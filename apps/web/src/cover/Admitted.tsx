import { useState } from 'react'
import { Form } from '../form/Form.tsx'
import { TextField } from '../form/fields.tsx'
import { useCommand } from '../form/use-command.ts'
import { usePartyNames } from '../remote/party-names.ts'
import { useMay, useWho } from '../remote/session.ts'
import { useTexts } from '../text/language.tsx'
import { coverTexts } from './cover.texts.ts'

interface Props {
  of: 'guarantee' | 'book'
  id: string
  owner: string
  parties: readonly string[]
}

/** Whose declarations may rest on it besides the owner's; the owner admits them and lets them go. */
export function Admitted({ of, id, owner, parties }: Props) {
  const t = useTexts(coverTexts)
  const nameOf = usePartyNames()
  const { who } = useWho()
  const mayAdmit = useMay(`customs.${of}.admit`) && who?.party.id === owner
  const renews = [`customs.${of}.`]
  const admit = useCommand(`customs.${of}.admit`, renews)
  const dismiss = useCommand(`customs.${of}.dismiss`, renews)
  const [party, setParty] = useState('')
  return (
    <section>
      <h2 className="section">{t.admitted}</h2>
      {parties.length === 0 ? <p className="quiet">{t.nobodyElse}</p> : null}
      <ul className="plain-list" data-testid="admitted">
        {parties.map(each => (
          <li key={each}>
            {nameOf(each) ?? <span className="code">{each}</span>}{' '}
            {mayAdmit ? (
              <button
                type="button"
                className="plain link"
                disabled={dismiss.isRunning}
                onClick={() => dismiss.run({ id, party: each })}
              >
                {t.dismiss}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayAdmit ? (
        <div className="sheet form-sheet">
          <Form
            problem={admit.problem ?? dismiss.problem}
            send={() => admit.run({ id, party: party.trim() }, { onSuccess: () => setParty('') })}
            actions={
              <button type="submit" className="button" disabled={admit.isRunning} data-testid="admit">
                {t.admit}
              </button>
            }
          >
            <TextField
              place="/party"
              label={t.party}
              about={t.admittedAbout}
              kind="code"
              value={party}
              change={setParty}
              testId="admit-party"
            />
          </Form>
        </div>
      ) : null}
    </section>
  )
}

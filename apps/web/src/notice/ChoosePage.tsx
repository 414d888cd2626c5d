import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Form } from '../form/Form.tsx'
import { ChoiceField, TextField } from '../form/fields.tsx'
import { useCommand } from '../form/use-command.ts'
import { Asked } from '../part/Asked.tsx'
import { Refusal } from '../part/Refusal.tsx'
import { useTitle } from '../part/title.ts'
import type { Answer } from '../remote/contracts.ts'
import { Refused } from '../remote/problem.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import './notice.css'
import { chooseTexts, noticeTexts } from './notice.texts.ts'

type Kinds = Answer<'kernel.notice.kinds'>
type Where = Answer<'kernel.notice.preferences'>

interface Choice {
  readonly kind: string
  readonly console: boolean
  readonly away: boolean
}

/** Which kinds of notices reach the reader, and where beyond the console. */
export function ChoosePage() {
  const t = useTexts(chooseTexts)
  useTitle(t.title)
  const { back } = useTexts(noticeTexts)
  const kinds = useAsk('kernel.notice.kinds', {})
  const where = useAsk('kernel.notice.preferences', {})
  return (
    <div className="page notices">
      <header className="record-head">
        <Link to="/notices" data-back className="record-up">
          ← {back}
        </Link>
        <h1>{t.title}</h1>
      </header>
      <Asked of={kinds}>
        {answer => (
          <>
            <ByKind kinds={answer} />
            {answer.carries.length === 0 ? (
              <p className="sheet empty">{t.nowhere}</p>
            ) : (
              <Asked of={where} rows={3}>
                {found => <Places where={found} carries={answer.carries} />}
              </Asked>
            )}
          </>
        )}
      </Asked>
    </div>
  )
}

function ByKind({ kinds: { kinds, carries } }: { kinds: Kinds }) {
  const t = useTexts(chooseTexts)
  const { language } = useLanguage()
  const choose = useCommand('kernel.notice.choose', ['kernel.notice.kinds'])
  // A box answers at once; what the server then says stands where it refused.
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({})
  const put = (choice: Choice) => {
    setChosen({ ...chosen, [choice.kind]: choice })
    choose.run(choice)
  }
  const shown = kinds.map(each => ({ ...each, ...(choose.problem ? {} : chosen[each.kind]) }))
  return (
    <>
      {choose.problem ? <Refusal error={new Refused(choose.problem)} /> : null}
      <div className="sheet notice-kinds">
        <table className="rows" data-testid="notice-kinds" aria-label={t.kinds}>
          <thead>
            <tr>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.console}</th>
              {carries.length > 0 ? <th scope="col">{t.away}</th> : null}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ kind, name, console, away, isAlways }) => (
              <tr key={kind}>
                <td>
                  {name[language]}
                  {isAlways ? <span className="unit">{t.always}</span> : null}
                </td>
                <td>
                  <input
                    type="checkbox"
                    checked={console}
                    disabled={isAlways}
                    aria-label={`${name[language]} ${t.console}`}
                    onChange={event => put({ kind, console: event.target.checked, away })}
                    data-testid={`choose-${kind}`}
                  />
                </td>
                {carries.length > 0 ? (
                  <td>
                    <input
                      type="checkbox"
                      checked={console && away}
                      disabled={!console}
                      aria-label={`${name[language]} ${t.away}`}
                      onChange={event => put({ kind, console, away: event.target.checked })}
                    />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Places({ where, carries }: { where: Where; carries: Kinds['carries'] }) {
  const t = useTexts(chooseTexts)
  const [mail, setMail] = useState(where.mail ?? '')
  const [phone, setPhone] = useState(where.phone ?? '')
  const [language, setLanguage] = useState<'zh' | 'en' | ''>(where.language)
  const prefer = useCommand('kernel.notice.prefer', ['kernel.notice.preferences'])
  const send = () =>
    prefer.run({
      language: language || 'zh',
      ...(mail.trim() && { mail: mail.trim() }),
      ...(phone.trim() && { phone: phone.trim() }),
    })
  return (
    <section className="sheet form-sheet" aria-labelledby="notice-where">
      <h2 id="notice-where">{t.where}</h2>
      <Form
        problem={prefer.problem}
        send={send}
        actions={
          <>
            <button type="submit" className="button main" disabled={prefer.isRunning} data-testid="prefer">
              {t.keep}
            </button>
            {prefer.answer ? <span role="status">{t.kept}</span> : null}
          </>
        }
      >
        <div className="form-pair">
          {carries.includes('mail') ? (
            <TextField
              place="/mail"
              label={t.mail}
              about={t.mailAbout}
              value={mail}
              change={setMail}
              testId="prefer-mail"
            />
          ) : null}
          {carries.includes('sms') ? (
            <TextField place="/phone" label={t.phone} about={t.phoneAbout} value={phone} change={setPhone} />
          ) : null}
        </div>
        <ChoiceField
          place="/language"
          label={t.language}
          value={language}
          options={[
            { value: 'zh', name: t.zh },
            { value: 'en', name: t.en },
          ]}
          change={setLanguage}
          none={t.none}
        />
      </Form>
    </section>
  )
}

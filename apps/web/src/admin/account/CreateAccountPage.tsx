import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useTitle } from '../../part/title.ts'
import { useTexts } from '../../text/language.tsx'
import { LinkOnce } from '../part/LinkOnce.tsx'
import { createTexts } from './create.texts.ts'

const empty = { login: '', zh: '', en: '' }

/** A new account, and the link by which its owner sets a password. */
export function CreateAccountPage() {
  const t = useTexts(createTexts)
  useTitle(t.title)
  const [typed, setTyped] = useState(empty)
  const change = (part: Partial<typeof empty>) => setTyped({ ...typed, ...part })
  const create = useCommand('kernel.account.create', ['kernel.account.'])
  const again = () => {
    setTyped(empty)
    create.forget()
  }
  const [zh, en] = [typed.zh.trim(), typed.en.trim()]
  const send = () =>
    create.run({ login: typed.login.trim(), name: { zh: zh || en, en: en || zh }, invite: true })
  return (
    <>
      <header className="record-head">
        <Link to="/admin/accounts" data-back className="record-up">
          ← {t.all}
        </Link>
        <h1>{create.answer ? t.done(typed.login.trim().toLowerCase()) : t.title}</h1>
        <p className="second">{create.answer ? t.noRole : t.lead}</p>
      </header>
      {create.answer ? (
        <>
          <LinkOnce
            url={create.answer.invitation?.url}
            expiresAt={create.answer.invitation?.expiresAt ?? ''}
          />
          <div className="record-ends">
            <Link
              className="button main"
              to="/admin/accounts/$id"
              params={{ id: create.answer.id }}
              data-testid="go-grant"
            >
              {t.grant}
            </Link>
            <button type="button" className="button" onClick={again}>
              {t.another}
            </button>
          </div>
        </>
      ) : (
        <div className="sheet form-sheet">
          <Form
            problem={create.problem}
            send={send}
            testId="create-form"
            actions={
              <button
                type="submit"
                className="button main"
                disabled={create.isRunning}
                data-testid="create-send"
              >
                {t.send}
              </button>
            }
          >
            <TextField
              place="/login"
              label={t.login}
              about={t.loginAbout}
              isFirst
              value={typed.login}
              change={login => change({ login })}
              testId="create-login"
            />
            <div className="form-pair">
              <TextField
                place="/name"
                label={t.nameZh}
                value={typed.zh}
                change={zh => change({ zh })}
                testId="create-name"
              />
              <TextField
                place="/name/en"
                label={t.nameEn}
                about={t.nameAbout}
                value={typed.en}
                change={en => change({ en })}
              />
            </div>
          </Form>
        </div>
      )}
    </>
  )
}

import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Form } from '../form/Form.tsx'
import { TextField } from '../form/fields.tsx'
import { useCommand } from '../form/use-command.ts'
import { useKept } from '../part/kept.ts'
import { useTitle } from '../part/title.ts'
import { useTexts } from '../text/language.tsx'
import './notice.css'
import { announceTexts, noticeTexts } from './notice.texts.ts'

interface Draft {
  readonly zh: string
  readonly en: string
  readonly page: string
}

const empty: Draft = { zh: '', en: '', page: '' }

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  ['zh', 'en', 'page'].every(key => typeof (value as Record<string, unknown>)[key] === 'string')

/** An announcement to everybody who has an account, in both languages. */
export function AnnouncePage() {
  const t = useTexts(announceTexts)
  useTitle(t.title)
  const { back } = useTexts(noticeTexts)
  const [kept, setDraft] = useKept('announcement', isDraft)
  const [isSent, setSent] = useState(false)
  const send = useCommand('kernel.notice.send', ['kernel.notice'])
  const draft = kept ?? empty
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const submit = () => {
    const { zh, en, page } = draft
    const input = { everybody: true as const, text: { zh: zh.trim(), en: en.trim() } }
    send.run(page.trim() ? { ...input, page: page.trim() } : input, {
      onSuccess: () => {
        setDraft(undefined)
        setSent(true)
      },
    })
  }
  return (
    <div className="page notices">
      <header className="record-head">
        <Link to="/notices" data-back className="record-up">
          ← {back}
        </Link>
        <h1>{t.title}</h1>
        <p className="second">{t.lead}</p>
      </header>
      {isSent ? (
        <div className="sheet form-sheet" role="status" data-testid="announced">
          <p>{t.sent}</p>
          <button type="button" className="button" onClick={() => setSent(false)}>
            {t.another}
          </button>
        </div>
      ) : (
        <div className="sheet form-sheet">
          <Form
            problem={send.problem}
            send={submit}
            actions={
              <button
                type="submit"
                className="button main"
                disabled={send.isRunning}
                data-testid="announce-send"
              >
                {t.send}
              </button>
            }
          >
            <TextField
              place="/text/zh"
              label={t.zh}
              about={t.about}
              value={draft.zh}
              change={zh => change({ zh })}
              testId="announce-zh"
            />
            <TextField
              place="/text/en"
              label={t.en}
              value={draft.en}
              change={en => change({ en })}
              testId="announce-en"
            />
            <TextField
              place="/page"
              label={t.page}
              about={t.pageAbout}
              value={draft.page}
              change={page => change({ page })}
            />
          </Form>
        </div>
      )}
    </div>
  )
}

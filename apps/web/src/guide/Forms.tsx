import { useState } from 'react'
import { Form } from '../form/Form.tsx'
import { ChoiceField, TextField } from '../form/fields.tsx'
import { ReasonAction } from '../form/ReasonAction.tsx'
import type { Problem } from '../remote/problem.ts'
import { useTexts } from '../text/language.tsx'
import { guideTexts } from './guide.texts.ts'
import { Part } from './Part.tsx'

const empty = { name: '', weight: '12.5', kind: '' as '' | 'a' | 'b', day: '' }

/** Buttons, links and a form, with a refusal at its field. */
export function Forms() {
  const t = useTexts(guideTexts)
  const [typed, setTyped] = useState(empty)
  const [isRefused, setRefused] = useState(false)
  const change = (part: Partial<typeof empty>) => setTyped({ ...typed, ...part })
  const problem: Problem | undefined = isRefused
    ? {
        code: 'guide.example',
        status: 422,
        title: t.refusalTitle,
        remedy: t.refusalRemedy,
        place: '/weight',
      }
    : undefined
  return (
    <>
      <Part id="actions" name={t.actions}>
        <p className="guide-row">
          <button type="button" className="button main">
            {t.main}
          </button>
          <button type="button" className="button">
            {t.other}
          </button>
          <button type="button" className="button" disabled>
            {t.disabled}
          </button>
          <a href="#actions">{t.link}</a>
        </p>
        <ReasonAction
          label={t.end}
          about={t.endAbout}
          problem={undefined}
          isRunning={false}
          act={() => undefined}
          testId="guide-end"
        />
      </Part>
      <Part id="form" name={t.form} about={t.formAbout}>
        <div className="sheet form-sheet">
          <Form
            problem={problem}
            send={() => setRefused(!isRefused)}
            actions={
              <button type="submit" className="button main" data-testid="guide-refuse">
                {isRefused ? t.accept : t.refuse}
              </button>
            }
          >
            <div className="form-pair">
              <TextField place="/name" label={t.name} value={typed.name} change={name => change({ name })} />
              <TextField
                place="/weight"
                label={`${t.weight} kg`}
                kind="decimal"
                value={typed.weight}
                change={weight => change({ weight })}
                testId="guide-weight"
              />
            </div>
            <div className="form-pair">
              <ChoiceField
                place="/kind"
                label={t.kind}
                none={t.choose}
                value={typed.kind}
                options={[
                  { value: 'a', name: t.kindA },
                  { value: 'b', name: t.kindB },
                ]}
                change={kind => change({ kind })}
              />
              <TextField
                place="/day"
                label={t.day}
                kind="date"
                value={typed.day}
                change={day => change({ day })}
              />
            </div>
          </Form>
        </div>
      </Part>
    </>
  )
}

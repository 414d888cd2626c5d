import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useTexts } from '../../text/language.tsx'
import { importTexts } from './import.texts.ts'
import type { Import } from './states.ts'

/** Publishing what was checked: under what name, from what source. */
export function PublishForm({ of }: { of: Import }) {
  const t = useTexts(importTexts)
  const [edition, setEdition] = useState(of.edition ?? '')
  const [year, setYear] = useState(of.from?.slice(0, 4) ?? '')
  const [source, setSource] = useState('')
  const publish = useCommand('customs.import.publish', ['customs.import.', 'customs.table.'])
  const cancel = useCommand('customs.import.cancel', ['customs.import.'])
  const send = () => {
    // What is no number goes as it was typed, so that the server names the field.
    const number = /^\d+$/.test(year.trim()) ? Number(year) : (year.trim() as unknown as number)
    publish.run({
      id: of.id,
      edition: edition.trim(),
      source: source.trim(),
      ...(year.trim() ? { year: number } : {}),
    })
  }
  return (
    <section className="sheet form-sheet import-publish" aria-label={t.publishTitle}>
      <h2>{t.publishTitle}</h2>
      <Form
        problem={publish.problem}
        send={send}
        testId="publish-form"
        actions={
          <>
            <button type="submit" className="button main" disabled={publish.isRunning} data-testid="publish">
              {t.publish}
            </button>
            <button
              type="button"
              className="button"
              disabled={cancel.isRunning}
              onClick={() => cancel.run({ id: of.id })}
              data-testid="import-cancel"
            >
              {t.cancel}
            </button>
          </>
        }
      >
        <div className="form-pair">
          <TextField
            place="/edition"
            label={`${t.edition} *`}
            about={t.editionAbout}
            value={edition}
            change={setEdition}
            testId="publish-edition"
          />
          <TextField
            place="/year"
            label={t.year}
            kind="code"
            about={t.yearAbout}
            value={year}
            change={setYear}
            testId="publish-year"
          />
        </div>
        <TextField
          place="/source"
          label={`${t.source} *`}
          about={t.sourceAbout}
          value={source}
          change={setSource}
          testId="publish-source"
        />
      </Form>
    </section>
  )
}

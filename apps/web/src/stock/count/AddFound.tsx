import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import type { CountHead } from '../../remote/market.ts'
import { useTexts } from '../../text/language.tsx'
import { useArticlesOf } from '../use-stock.ts'
import { countsTexts } from './counts.texts.ts'

/** Goods that lie there and are not on the sheet are put on it. */
export function AddFound({ count }: { count: CountHead }) {
  const t = useTexts(countsTexts)
  const ofOwner = useArticlesOf(count.owner)
  const [typed, setTyped] = useState({ sku: '', lot: '' })
  const find = useCommand('market.count.find', ['market.count.'])
  const send = () => {
    const lot = typed.lot.trim()
    // A number that no article has goes as it was typed: the server names the field.
    const article = ofOwner(typed.sku)?.id ?? typed.sku.trim()
    find.run(
      { count: count.id, article, ...(lot ? { lot } : {}) },
      { onSuccess: () => setTyped({ sku: '', lot: '' }) },
    )
  }
  return (
    <details className="sheet add-found">
      <summary>{t.add}</summary>
      <Form
        problem={find.problem}
        send={send}
        actions={
          <button type="submit" className="button" disabled={find.isRunning} data-testid="found-send">
            {t.add}
          </button>
        }
      >
        <p className="second">{t.addAbout}</p>
        <div className="form-pair paper">
          <TextField
            place="/article"
            label={t.article}
            kind="code"
            value={typed.sku}
            change={sku => setTyped({ ...typed, sku })}
            testId="found-article"
          />
          <TextField
            place="/lot"
            label={t.lot}
            kind="code"
            value={typed.lot}
            change={lot => setTyped({ ...typed, lot })}
            testId="found-lot"
          />
        </div>
      </Form>
    </details>
  )
}

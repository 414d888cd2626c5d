import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useTexts } from '../../text/language.tsx'
import { taxTexts } from './tax.texts.ts'

/** The officer's word that a payment order was paid, by the number of what proves it. */
export function Pay({ order }: { order: string }) {
  const t = useTexts(taxTexts)
  const pay = useCommand('customs.tax.pay', ['customs.tax.', 'customs.guarantee.'])
  const [reference, setReference] = useState('')
  return (
    <div className="sheet form-sheet">
      <Form
        problem={pay.problem}
        send={() => pay.run({ order, reference: reference.trim() })}
        actions={
          <button type="submit" className="button main" disabled={pay.isRunning} data-testid="tax-pay">
            {t.pay}
          </button>
        }
      >
        <p className="second">{t.payAbout(order)}</p>
        <TextField
          place="/reference"
          label={t.reference}
          kind="code"
          value={reference}
          change={setReference}
          testId="tax-reference"
        />
      </Form>
    </div>
  )
}

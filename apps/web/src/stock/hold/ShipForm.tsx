import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { ChoiceField, TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useKept } from '../../part/kept.ts'
import type { Hold } from '../../remote/market.ts'
import { useTexts } from '../../text/language.tsx'
import { PaperFields } from '../PaperFields.tsx'
import { isPaper, noPaper, paperAsked } from '../paper.ts'
import { useStockNames, useWarehouses } from '../use-stock.ts'
import { stockHoldsTexts } from './holds.texts.ts'

interface Props {
  hold: Hold
  /** What is held in the reader's own warehouses. */
  parts: Hold['parts']
}

/** The keeper lets held goods go: whole, or less of a part. */
export function ShipForm({ hold, parts }: Props) {
  const t = useTexts(stockHoldsTexts)
  const names = useStockNames()
  const kind = useWarehouses()?.find(each => each.id === parts[0]?.warehouse)?.kind
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [rest, setRest] = useState<'' | 'keep' | 'release'>('keep')
  const [paper = noPaper, keepPaper] = useKept(`paper ${hold.id}`, isPaper)
  const ship = useCommand('market.hold.ship', ['market.'])
  const send = () =>
    ship.run(
      {
        hold: hold.id,
        parts: parts.map(({ part, quantity }) => ({ part, quantity: (typed[part] ?? quantity).trim() })),
        ...(rest ? { rest } : {}),
        ...paperAsked(paper),
      },
      {
        onSuccess: () => {
          setTyped({})
          keepPaper(undefined)
        },
      },
    )
  return (
    <section className="receive" aria-label={t.ship}>
      <h2>{t.ship}</h2>
      <p className="second">{t.shipAbout}</p>
      <Form
        problem={ship.problem}
        send={send}
        testId="ship"
        actions={
          <button type="submit" className="button main" disabled={ship.isRunning} data-testid="ship-send">
            {t.ship}
          </button>
        }
      >
        <ol className="sheet entries">
          {parts.map(({ part, warehouse, lot, quantity }, at) => (
            <li key={part} className="entry">
              <div className="entry-goods">
                {names.warehouse(warehouse)}
                <span className="quiet figures">{lot}</span>
              </div>
              <div className="entry-fields">
                <TextField
                  place={`/parts/${at}/quantity`}
                  label={`${t.shipping}（${names.unit(hold.unit)}）`}
                  kind="decimal"
                  className="entry-quantity"
                  value={typed[part] ?? quantity}
                  change={next => setTyped({ ...typed, [part]: next })}
                  testId={`shipping-${at}`}
                />
              </div>
            </li>
          ))}
        </ol>
        <div className="form-pair paper">
          <ChoiceField
            place="/rest"
            label={t.rest}
            none={t.keep}
            value={rest}
            options={[
              { value: 'keep', name: t.keep },
              { value: 'release', name: t.release },
            ]}
            change={setRest}
          />
        </div>
        <PaperFields kind={kind} movement="issue" paper={paper} change={keepPaper} />
      </Form>
    </section>
  )
}

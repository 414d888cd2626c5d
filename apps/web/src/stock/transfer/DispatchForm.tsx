import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useKept } from '../../part/kept.ts'
import type { StockTransfer } from '../../remote/market.ts'
import { useTexts } from '../../text/language.tsx'
import { GoodsName } from '../GoodsName.tsx'
import { PaperFields } from '../PaperFields.tsx'
import { isPaper, noPaper, paperAsked } from '../paper.ts'
import { useStockNames, useWarehouses } from '../use-stock.ts'
import { moveTexts, transfersTexts } from './transfers.texts.ts'

/** The keeper lets the goods of a transfer go: whole, or less of a line. */
export function DispatchForm({ transfer }: { transfer: StockTransfer }) {
  const t = { ...useTexts(transfersTexts), ...useTexts(moveTexts) }
  const names = useStockNames()
  const kind = useWarehouses()?.find(each => each.id === transfer.from)?.kind
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const [dueOn, setDueOn] = useState(transfer.dueOn ?? '')
  const [paper = noPaper, keepPaper] = useKept(`paper ${transfer.id}`, isPaper)
  const dispatch = useCommand('market.transfer.dispatch', ['market.'])
  const shown = (line: number, ordered: string) => typed[line] ?? ordered
  const changed = transfer.lines.filter(({ line, ordered }) => shown(line, ordered).trim() !== ordered)
  const send = () =>
    dispatch.run(
      {
        transfer: transfer.id,
        ...(changed.length > 0
          ? { lines: changed.map(({ line }) => ({ line, quantity: typed[line]!.trim() })) }
          : {}),
        ...(dueOn ? { dueOn } : {}),
        ...paperAsked(paper),
      },
      { onSuccess: () => keepPaper(undefined) },
    )
  return (
    <section className="receive" aria-label={t.dispatch}>
      <h2>{t.dispatch}</h2>
      <p className="second">{t.dispatchAbout}</p>
      <Form
        problem={dispatch.problem}
        send={send}
        testId="dispatch"
        actions={
          <button
            type="submit"
            className="button main"
            disabled={dispatch.isRunning}
            data-testid="dispatch-send"
          >
            {t.dispatch}
          </button>
        }
      >
        <ol className="sheet entries">
          {transfer.lines.map(line => (
            <li key={line.line} className="entry">
              <div className="entry-goods">
                <GoodsName sku={line.sku} name={names.article(line.article)} />
                <span className="quiet figures">{line.lot}</span>
              </div>
              <div className="entry-fields">
                <TextField
                  place={`/lines/${changed.findIndex(each => each.line === line.line)}/quantity`}
                  label={`${t.sending} ${names.unit(line.unit)}`}
                  kind="decimal"
                  className="entry-quantity"
                  value={shown(line.line, line.ordered)}
                  change={quantity => setTyped({ ...typed, [line.line]: quantity })}
                  testId={`sending-${line.line}`}
                />
              </div>
            </li>
          ))}
        </ol>
        <div className="form-pair paper">
          <TextField place="/dueOn" label={t.dueOn} kind="date" value={dueOn} change={setDueOn} />
        </div>
        <PaperFields kind={kind} movement="dispatch" paper={paper} change={keepPaper} />
      </Form>
    </section>
  )
}

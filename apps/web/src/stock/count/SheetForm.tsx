import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useKept } from '../../part/kept.ts'
import { Refusal } from '../../part/Refusal.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import type { CountSheet } from '../../remote/market.ts'
import { Refused } from '../../remote/problem.ts'
import { useTexts } from '../../text/language.tsx'
import { GoodsName } from '../GoodsName.tsx'
import { ScanField } from '../ScanField.tsx'
import { useStockNames } from '../use-stock.ts'
import { AddFound } from './AddFound.tsx'
import { countsOf, findLine, isCountDraft, linesLeft } from './count-draft.ts'
import { countsTexts } from './counts.texts.ts'

/** The sheet that people count by: a line, a number, and nothing of what is expected. */
export function SheetForm({ sheet }: { sheet: CountSheet }) {
  const t = useTexts(countsTexts)
  const names = useStockNames()
  const [draft = {}, keep] = useKept(`count ${sheet.id} ${sheet.state}`, isCountDraft)
  const enter = useCommand('market.count.enter', ['market.count.'])
  const finish = useCommand('market.count.finish', ['market.'])
  const entries = countsOf(sheet, draft)
  const left = linesLeft(sheet)
  const open = sheet.lines.filter(line => line.open)
  const take = (code: string) => {
    const line = findLine(sheet, draft, code)
    if (line === undefined) return t.unknown(code)
    document.querySelector<HTMLElement>(`[data-testid="counted-${line}"]`)?.focus()
    const goods = sheet.lines.find(each => each.line === line)!
    return t.found([names.article(goods.article) ?? goods.sku, goods.lot].filter(Boolean).join(' '))
  }
  const send = () => enter.run({ count: sheet.id, entries }, { onSuccess: () => keep(undefined) })
  return (
    <section className="receive" aria-label={t.sheet}>
      <h2>{sheet.state === 'recounting' ? t.round2 : t.sheet}</h2>
      <Form
        problem={enter.problem}
        send={send}
        testId="sheet"
        actions={
          <>
            <button
              type="submit"
              className="button main"
              disabled={entries.length === 0 || enter.isRunning}
              data-testid="count-enter"
            >
              {t.save(entries.length)}
            </button>
            <button
              type="button"
              className="button"
              disabled={left > 0 || entries.length > 0 || finish.isRunning}
              onClick={() => finish.run({ count: sheet.id })}
              data-testid="count-finish"
            >
              {t.finish}
            </button>
            <span role="status" className={left > 0 ? 'second figures' : 'state done'}>
              {left > 0 ? t.left(left) : t.allDone}
            </span>
          </>
        }
      >
        <ScanField label={t.scan} hint={t.scanHint} take={take} testId="scan" />
        <ol className="sheet entries">
          {open.map(line => (
            <li key={line.line} className="entry" data-testid="count-line">
              <div className="entry-goods">
                <GoodsName sku={line.sku} name={names.article(line.article)} />
                <span className="quiet figures">
                  {[line.lot, line.expiresOn].filter(Boolean).join(' · ')}
                </span>
              </div>
              <div className="entry-fields">
                <TextField
                  place={`/entries/${entries.findIndex(each => each.line === line.line)}/quantity`}
                  label={`${t.quantity}（${names.unit(line.unit)}）`}
                  kind="decimal"
                  className="entry-quantity"
                  value={draft[line.line] ?? ''}
                  change={quantity => keep({ ...draft, [line.line]: quantity })}
                  testId={`counted-${line.line}`}
                />
                {line.entered ? (
                  <span className="entry-entered" title={t.enteredAbout}>
                    <StateMark state="done">{t.entered}</StateMark>
                  </span>
                ) : null}
              </div>
            </li>
          ))}
        </ol>
      </Form>
      {finish.problem ? <Refusal error={new Refused(finish.problem)} /> : null}
      {sheet.state === 'counting' ? <AddFound count={sheet} /> : null}
    </section>
  )
}

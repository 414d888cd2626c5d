import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { Form } from '../../form/Form.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useKept } from '../../part/kept.ts'
import type { Receipt } from '../../remote/market.ts'
import { useTexts } from '../../text/language.tsx'
import { PaperFields } from '../PaperFields.tsx'
import { isPaper, noPaper } from '../paper.ts'
import { ScanField } from '../ScanField.tsx'
import { useArticles, useStockNames, useWarehouses } from '../use-stock.ts'
import { EntryCard } from './EntryCard.tsx'
import { receiveTexts } from './receive.texts.ts'
import {
  draftFor,
  type EntryDraft,
  entriesOf,
  inputOf,
  isDraftFor,
  type ReceiveDraft,
  scan,
  stillDue,
} from './receive-draft.ts'

/** Taking in what came: scan an article, type how much, send. What is typed survives a reload. */
export function ReceiveForm({ receipt }: { receipt: Receipt }) {
  const t = useTexts(receiveTexts)
  const names = useStockNames()
  const articles = useArticles()
  const kind = useWarehouses()?.find(each => each.id === receipt.warehouse)?.kind
  const fits = (value: unknown): value is ReceiveDraft => isDraftFor(value, receipt)
  const [kept, keep] = useKept(`receive ${receipt.id}`, fits)
  const draft = kept ?? draftFor(receipt)
  // One paper covers what comes in several goes.
  const [paper = noPaper, keepPaper] = useKept(`paper ${receipt.id}`, isPaper)
  const last = useRef<number>(undefined)
  const receive = useCommand('market.receipt.receive', ['market.'])
  const tracking = (id: string) => articles?.find(article => article.id === id)?.tracking
  const entries = entriesOf(draft)
  const change = (at: number, part: Partial<EntryDraft>) =>
    keep({ ...draft, entries: draft.entries.with(at, { ...draft.entries[at]!, ...part }) })
  const take = (code: string) => {
    const found = scan(receipt, draft, code, last.current, tracking)
    if (found.at === undefined) return t.unknown(code)
    // Drawn before the next key comes: a scanner does not wait.
    flushSync(() => keep(found.draft))
    last.current = found.at
    const { line, lot } = found.draft.entries[found.at]!
    const goods = receipt.lines.find(each => each.line === line)!
    focusQuantity(found.at, lot === '' && tracking(goods.article) !== 'none')
    return lot === '' ? t.giveQuantity(names.article(goods.article) ?? goods.sku) : t.lotTaken(lot)
  }
  const fillAll = () =>
    keep({
      ...draft,
      entries: draft.entries.map(entry => {
        const line = receipt.lines.find(each => each.line === entry.line)!
        return tracking(line.article) === 'none' && entry.quantity === ''
          ? { ...entry, quantity: stillDue(line) }
          : entry
      }),
    })
  return (
    <section className="receive" aria-label={t.receive}>
      <h2>{t.receive}</h2>
      <Form
        problem={receive.problem}
        send={() =>
          receive.run(inputOf(receipt, draft, paper), {
            onSuccess: () => {
              keep(undefined)
              keepPaper(undefined)
            },
          })
        }
        testId="receive"
        actions={
          <>
            <button
              type="submit"
              className="button main"
              disabled={entries.length === 0 || receive.isRunning}
              title={entries.length === 0 ? t.sendNone : undefined}
              data-testid="receive-send"
            >
              {t.send(entries.length)}
            </button>
            <button type="button" className="button" onClick={fillAll} data-testid="receive-all">
              {t.fillAll}
            </button>
            <span role="status" className="state done">
              {receive.answer && entries.length === 0 ? t.done : ''}
            </span>
          </>
        }
      >
        <ScanField label={t.scan} hint={t.scanHint} take={take} testId="scan" />
        <ol className="sheet entries">
          {draft.entries.map((entry, at) => {
            const line = receipt.lines.find(each => each.line === entry.line)!
            return (
              <EntryCard
                // biome-ignore lint/suspicious/noArrayIndexKey: an entry is known by its place.
                key={at}
                at={at}
                place={`/entries/${entries.findIndex(each => each.at === at)}`}
                entry={entry}
                line={line}
                tracking={tracking(line.article) ?? 'none'}
                change={part => change(at, part)}
                add={() => keep(scan(receipt, draft, line.sku, undefined, tracking).draft)}
              />
            )
          })}
        </ol>
        <PaperFields
          kind={kind}
          movement={receipt.source === 'customer' ? 'return' : 'receipt'}
          paper={paper}
          change={keepPaper}
        />
      </Form>
    </section>
  )
}

/** The cursor goes where the keeper types next; of goods told apart, the scanner goes on. */
function focusQuantity(at: number, isLotNext: boolean): void {
  if (!isLotNext) document.querySelector<HTMLElement>(`[data-testid="quantity-${at}"]`)?.focus()
}

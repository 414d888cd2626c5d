import { Form } from '../../form/Form.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useKept } from '../../part/kept.ts'
import type { StockTransfer } from '../../remote/market.ts'
import { useTexts } from '../../text/language.tsx'
import { PaperFields } from '../PaperFields.tsx'
import { isPaper, noPaper, paperAsked } from '../paper.ts'
import { ScanField } from '../ScanField.tsx'
import { useStockNames, useWarehouses } from '../use-stock.ts'
import { ArrivalCard } from './ArrivalCard.tsx'
import {
  type ArrivalDraft,
  type ArriveDraft,
  areArrivals,
  arrivalsFor,
  arrivalsOf,
  findArrival,
} from './arrive-draft.ts'
import { moveTexts } from './transfers.texts.ts'

/** Taking in what came of a transfer, in one of several goes, and saying what was lost. */
export function ArriveForm({ transfer }: { transfer: StockTransfer }) {
  const t = useTexts(moveTexts)
  const names = useStockNames()
  const kind = useWarehouses()?.find(each => each.id === transfer.to)?.kind
  const fits = (value: unknown): value is ArriveDraft => areArrivals(value, transfer)
  const [kept, keep] = useKept(`arrive ${transfer.id}`, fits)
  const [paper = noPaper, keepPaper] = useKept(`paper ${transfer.id}`, isPaper)
  const draft = kept ?? arrivalsFor(transfer)
  const arrive = useCommand('market.transfer.arrive', ['market.'])
  const entries = arrivalsOf(draft)
  const change = (at: number, part: Partial<ArrivalDraft>) => keep(draft.with(at, { ...draft[at]!, ...part }))
  const goodsOf = (entry: ArrivalDraft) => transfer.lines.find(({ line }) => line === entry.line)!
  const take = (code: string) => {
    const at = findArrival(transfer, draft, code)
    if (at === undefined) return t.unknown(code)
    document.querySelector<HTMLElement>(`[data-testid="came-${at}"]`)?.focus()
    const goods = goodsOf(draft[at]!)
    return t.found(names.article(goods.article) ?? goods.sku)
  }
  const fillAll = () =>
    keep(
      draft.map(entry =>
        entry.quantity || entry.lost ? entry : { ...entry, quantity: goodsOf(entry).inTransit },
      ),
    )
  const send = () =>
    arrive.run(
      { transfer: transfer.id, entries: entries.map(({ entry }) => entry), ...paperAsked(paper) },
      {
        onSuccess: () => {
          keep(undefined)
          keepPaper(undefined)
        },
      },
    )
  return (
    <section className="receive" aria-label={t.arrive}>
      <h2>{t.arrive}</h2>
      <Form
        problem={arrive.problem}
        send={send}
        testId="arrive"
        actions={
          <>
            <button
              type="submit"
              className="button main"
              disabled={entries.length === 0 || arrive.isRunning}
              data-testid="arrive-send"
            >
              {t.take(entries.length)}
            </button>
            <button type="button" className="button" onClick={fillAll} data-testid="arrive-all">
              {t.fillAll}
            </button>
          </>
        }
      >
        <ScanField label={t.scan} hint={t.scanHint} take={take} testId="scan" />
        <ol className="sheet entries">
          {draft.map((entry, at) => (
            <ArrivalCard
              key={entry.line}
              at={at}
              place={`/entries/${entries.findIndex(each => each.at === at)}`}
              entry={entry}
              goods={goodsOf(entry)}
              kind={kind}
              change={part => change(at, part)}
            />
          ))}
        </ol>
        <PaperFields kind={kind} movement="arrival" paper={paper} change={keepPaper} />
      </Form>
    </section>
  )
}

import { flushSync } from 'react-dom'
import { TextField } from '../form/fields.tsx'
import { Labelled } from '../form/Labelled.tsx'
import { useTexts } from '../text/language.tsx'
import { GoodsName } from './GoodsName.tsx'
import type { GoodsDraft } from './goods-draft.ts'
import { announceTexts } from './receipt/announce.texts.ts'
import { ScanField } from './ScanField.tsx'
import { useArticles, useOwnArticles, useStockNames } from './use-stock.ts'

interface Props {
  lines: readonly GoodsDraft[]
  change: (lines: readonly GoodsDraft[]) => void
}

/** Goods by article and quantity: a scanned or typed number adds a line, or goes to the line that is there. */
export function GoodsLines({ lines, change }: Props) {
  const t = useTexts(announceTexts)
  const names = useStockNames()
  const articles = useArticles()
  const own = useOwnArticles()
  const find = (id: string) => articles?.find(article => article.id === id)
  const focus = (at: number) => document.querySelector<HTMLElement>(`[data-testid="goods-${at}"]`)?.focus()
  const take = (code: string) => {
    const article = own(code)
    if (!article) return t.unknown(code)
    const there = lines.findIndex(line => line.article === article.id)
    // Drawn before the next key comes: a scanner does not wait.
    if (there < 0) flushSync(() => change([...lines, { article: article.id, quantity: '' }]))
    focus(there < 0 ? lines.length : there)
    return t.added(names.article(article.id) ?? article.sku)
  }
  return (
    <Labelled place="/lines" label={t.goods} className="goods-lines">
      {() => (
        <>
          <ScanField label={t.add} hint={t.addHint} take={take} testId="goods-scan" />
          {lines.length === 0 ? <p className="quiet">{t.none}</p> : null}
          <ol>
            {lines.map(({ article, quantity }, at) => (
              <li key={article} className="goods-line">
                <div className="entry-goods">
                  <GoodsName sku={find(article)?.sku ?? '—'} name={names.article(article)} />
                </div>
                <TextField
                  place={`/lines/${at}/quantity`}
                  label={`${t.quantity} ${names.unit(find(article)?.unit ?? '')}`}
                  kind="decimal"
                  value={quantity}
                  change={next => change(lines.with(at, { article, quantity: next }))}
                  testId={`goods-${at}`}
                />
                <button
                  type="button"
                  className="plain link"
                  onClick={() => change(lines.filter(line => line.article !== article))}
                >
                  {t.remove}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </Labelled>
  )
}

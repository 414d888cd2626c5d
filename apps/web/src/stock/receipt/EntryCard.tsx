import { useState } from 'react'
import { TextField } from '../../form/fields.tsx'
import { grouped } from '../../part/amount.ts'
import type { Article, Receipt } from '../../remote/market.ts'
import { useTexts } from '../../text/language.tsx'
import { GoodsName } from '../GoodsName.tsx'
import { useStockNames } from '../use-stock.ts'
import { receiveTexts } from './receive.texts.ts'
import { type EntryDraft, stillDue } from './receive-draft.ts'

interface Props {
  at: number
  /** Place of the entry in the command's input. */
  place: string
  entry: EntryDraft
  line: Receipt['lines'][number]
  tracking: Article['tracking']
  change: (part: Partial<EntryDraft>) => void
  /** Another lot of the same line. */
  add: () => void
}

/** What came of one line, one lot: how much, its lot and dates, what was turned away. */
export function EntryCard({ at, place, entry, line, tracking, change, add }: Props) {
  const t = useTexts(receiveTexts)
  const names = useStockNames()
  const [isRejecting, setRejecting] = useState(entry.rejected !== '')
  const due = stillDue(line)
  const unit = names.unit(line.unit)
  return (
    <li className="entry" data-testid="entry">
      <div className="entry-goods">
        <GoodsName sku={line.sku} name={names.article(line.article)} />
        <span className="quiet figures">{t.waiting(`${grouped(due)} ${unit}`)}</span>
      </div>
      <div className="entry-fields">
        <TextField
          place={`${place}/quantity`}
          label={`${t.quantity}（${unit}）`}
          kind="decimal"
          className="entry-quantity"
          value={entry.quantity}
          change={quantity => change({ quantity })}
          testId={`quantity-${at}`}
        />
        {tracking === 'none' ? (
          <button type="button" className="plain link figures" onClick={() => change({ quantity: due })}>
            {t.fill(grouped(due))}
          </button>
        ) : (
          <>
            <TextField
              place={`${place}/lot`}
              label={tracking === 'serial' ? t.serial : t.lot}
              kind="code"
              value={entry.lot}
              change={lot => change({ lot })}
              testId={`lot-${at}`}
            />
            <TextField
              place={`${place}/lot/producedOn`}
              label={t.producedOn}
              kind="date"
              value={entry.producedOn}
              change={producedOn => change({ producedOn })}
            />
            <TextField
              place={`${place}/lot/expiresOn`}
              label={t.expiresOn}
              kind="date"
              value={entry.expiresOn}
              change={expiresOn => change({ expiresOn })}
              testId={`expires-${at}`}
            />
          </>
        )}
        {isRejecting ? (
          <>
            <TextField
              place={`${place}/rejected/quantity`}
              label={`${t.rejected} ${unit}`}
              kind="decimal"
              className="entry-quantity"
              value={entry.rejected}
              change={rejected => change({ rejected })}
              testId={`rejected-${at}`}
            />
            <TextField
              place={`${place}/rejected/reason`}
              label={t.why}
              value={entry.why}
              change={why => change({ why })}
              testId={`why-${at}`}
            />
          </>
        ) : null}
      </div>
      <p className="entry-more">
        {isRejecting ? null : (
          <button type="button" className="plain link" onClick={() => setRejecting(true)}>
            {t.reject}
          </button>
        )}
        {tracking === 'none' ? null : (
          <button type="button" className="plain link" onClick={add}>
            {t.another}
          </button>
        )}
      </p>
    </li>
  )
}

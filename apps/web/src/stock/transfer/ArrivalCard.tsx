import { useState } from 'react'
import { ChoiceField, TextField } from '../../form/fields.tsx'
import { grouped } from '../../part/amount.ts'
import type { StockTransfer } from '../../remote/market.ts'
import { useTexts } from '../../text/language.tsx'
import { GoodsName } from '../GoodsName.tsx'
import { PaperFields } from '../PaperFields.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames } from '../use-stock.ts'
import type { ArrivalDraft } from './arrive-draft.ts'
import { moveTexts } from './transfers.texts.ts'

interface Props {
  at: number
  /** Place of the entry in the command's input. */
  place: string
  entry: ArrivalDraft
  goods: StockTransfer['lines'][number]
  /** Kind of the warehouse that the goods come to. */
  kind: string | undefined
  change: (part: Partial<ArrivalDraft>) => void
}

/** What came of one line on the way, and what was lost of it. */
export function ArrivalCard({ at, place, entry, goods, kind, change }: Props) {
  const t = { ...useTexts(stockTexts), ...useTexts(moveTexts) }
  const names = useStockNames()
  const [isLosing, setLosing] = useState(entry.lost !== '')
  const unit = names.unit(goods.unit)
  const due = goods.inTransit
  return (
    <li className="entry" data-testid="arrival">
      <div className="entry-goods">
        <GoodsName sku={goods.sku} name={names.article(goods.article)} />
        <span className="quiet figures">
          {[goods.lot, t.due(`${grouped(due)} ${unit}`)].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div className="entry-fields">
        <TextField
          place={`${place}/quantity`}
          label={`${t.came} ${unit}`}
          kind="decimal"
          className="entry-quantity"
          value={entry.quantity}
          change={quantity => change({ quantity })}
          testId={`came-${at}`}
        />
        <button type="button" className="plain link figures" onClick={() => change({ quantity: due })}>
          {t.fill(grouped(due))}
        </button>
        {isLosing ? (
          <>
            <TextField
              place={`${place}/loss/quantity`}
              label={`${t.lossQuantity} ${unit}`}
              kind="decimal"
              className="entry-quantity"
              value={entry.lost}
              change={lost => change({ lost })}
              testId={`lost-${at}`}
            />
            <ChoiceField
              place={`${place}/loss/kind`}
              label={t.lossKind}
              none={t.choose}
              value={entry.kind}
              options={(['damaged', 'lost'] as const).map(value => ({ value, name: t[value] }))}
              change={next => change({ kind: next })}
              testId={`loss-kind-${at}`}
            />
            <TextField
              place={`${place}/loss/reason`}
              label={t.why}
              value={entry.why}
              change={why => change({ why })}
              testId={`loss-why-${at}`}
            />
            <PaperFields
              kind={kind}
              movement="transit_loss"
              place={`${place}/loss/paper`}
              paper={entry.notice}
              change={notice => change({ notice })}
            />
          </>
        ) : null}
      </div>
      <p className="entry-more">
        {isLosing ? null : (
          <button
            type="button"
            className="plain link"
            onClick={() => setLosing(true)}
            data-testid={`loss-${at}`}
          >
            {t.loss}
          </button>
        )}
      </p>
    </li>
  )
}

import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Amount } from '../../part/Amount.tsx'
import { DueDay } from '../../part/DueDay.tsx'
import type { StockLine } from '../../remote/market.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import type { stockTexts } from '../stock.texts.ts'
import type { useStockNames } from '../use-stock.ts'
import type { levelsTexts } from './levels.texts.ts'
import { StockState } from './StockState.tsx'

type T = Texts<typeof stockTexts> & Texts<typeof levelsTexts>

export function stockColumns(
  t: T,
  language: Language,
  names: ReturnType<typeof useStockNames>,
  nearExpiryDays: number | undefined,
): Column<StockLine>[] {
  return [
    {
      key: 'goods',
      sortBy: 'sku',
      head: t.article,
      text: line => `${line.sku} ${line.name[language]}`,
      cell: line => (
        <>
          <Link to="/stock/lines/$id" params={{ id: line.line }} className="figures" data-row>
            {line.sku}
          </Link>
          <span className="unit">{line.name[language]}</span>
        </>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: line => t[line.state],
      cell: line => <StockState line={line} />,
      narrow: 'mark',
    },
    { key: 'warehouse', head: t.warehouse, text: line => names.warehouse(line.warehouse) },
    {
      key: 'lot',
      head: t.lot,
      kind: 'figures',
      text: line => line.lot?.number ?? '',
      narrow: 'left',
    },
    {
      key: 'expires',
      sortBy: 'expires',
      head: t.expires,
      text: line => line.expiresOn ?? '',
      cell: line => (line.expiresOn ? <DueDay day={line.expiresOn} isOpen within={nearExpiryDays} /> : null),
      narrow: 'right',
    },
    amount('onHand', t.onHand, 'left'),
    amount('held', t.held, 'off'),
    amount('onSale', t.onSale, 'off'),
    {
      ...amount('available', t.available, 'right'),
      cell: line => (
        <b>
          <Amount value={line.available} />
        </b>
      ),
    },
    { key: 'unit', head: t.unit, text: line => names.unit(line.unit), narrow: 'off' },
  ]
}

const amount = (
  key: 'onHand' | 'held' | 'onSale' | 'available',
  head: string,
  narrow: Column<StockLine>['narrow'],
): Column<StockLine> => ({
  key,
  head,
  kind: 'number',
  text: line => line[key],
  cell: line => <Amount value={line[key]} />,
  narrow,
})

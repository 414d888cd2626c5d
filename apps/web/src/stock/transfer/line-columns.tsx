import type { Column } from '../../list/column.ts'
import type { StockTransfer } from '../../remote/market.ts'
import type { Texts } from '../../text/catalogue.ts'
import { GoodsName } from '../GoodsName.tsx'
import type { stockTexts } from '../stock.texts.ts'
import type { useStockNames } from '../use-stock.ts'
import type { transfersTexts } from './transfers.texts.ts'

type Line = StockTransfer['lines'][number]
type T = Texts<typeof stockTexts> & Texts<typeof transfersTexts>

export function lineColumns(t: T, names: ReturnType<typeof useStockNames>): Column<Line>[] {
  return [
    { key: 'line', head: t.line, kind: 'number', text: ({ line }) => String(line), narrow: 'off' },
    {
      key: 'goods',
      head: t.article,
      text: line => [line.sku, names.article(line.article)].filter(Boolean).join(' '),
      cell: line => <GoodsName sku={line.sku} name={names.article(line.article)} />,
      narrow: 'title',
    },
    {
      key: 'lot',
      head: t.lot,
      text: line => line.lot ?? '',
      cell: line =>
        line.lot ? (
          <>
            <span className="figures">{line.lot}</span>
            {line.expiresOn ? <span className="unit figures">{line.expiresOn}</span> : null}
          </>
        ) : null,
      narrow: 'left',
    },
    { key: 'unit', head: t.unit, text: line => names.unit(line.unit), narrow: 'mark' },
    quantity('ordered', t.asked, line => line.ordered, 'right'),
    quantity('sent', t.sent, line => line.sent, 'left'),
    quantity('arrived', t.arrived, line => line.arrived, 'right'),
    quantity('lost', t.lost, line => line.lost, 'left'),
    quantity('back', t.turnedBack, line => line.turnedBack, 'off'),
    quantity('transit', t.inTransit, line => line.inTransit, 'right'),
  ]
}

const quantity = (
  key: string,
  head: string,
  text: (line: Line) => string,
  narrow: Column<Line>['narrow'],
): Column<Line> => ({ key, head, kind: 'number', text, narrow })

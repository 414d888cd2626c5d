import type { Column } from '../../list/column.ts'
import { grouped } from '../../part/amount.ts'
import { signOf } from '../../part/decimal.ts'
import type { Receipt } from '../../remote/market.ts'
import type { Texts } from '../../text/catalogue.ts'
import { GoodsName } from '../GoodsName.tsx'
import type { stockTexts } from '../stock.texts.ts'
import type { useStockNames } from '../use-stock.ts'
import type { receiptsTexts } from './receipts.texts.ts'
import { stillDue } from './receive-draft.ts'

type Line = Receipt['lines'][number]
type T = Texts<typeof receiptsTexts> & Texts<typeof stockTexts>

export function lineColumns(t: T, names: ReturnType<typeof useStockNames>, isOpen: boolean): Column<Line>[] {
  return [
    { key: 'line', head: t.line, kind: 'number', text: ({ line }) => String(line), narrow: 'off' },
    {
      key: 'goods',
      head: t.article,
      text: line => [line.sku, names.article(line.article)].filter(Boolean).join(' '),
      cell: line => <GoodsName sku={line.sku} name={names.article(line.article)} />,
      narrow: 'title',
    },
    { key: 'unit', head: t.unit, text: line => names.unit(line.unit), narrow: 'mark' },
    quantity('announced', t.announcedQuantity, line => line.announced, 'left'),
    quantity('accepted', t.accepted, line => line.accepted, 'right'),
    quantity('rejected', t.rejected, line => line.rejected, 'left'),
    // While goods are waited for it is what is due that counts, after that what was missing.
    isOpen
      ? quantity('due', t.due, stillDue, 'right')
      : {
          ...quantity('difference', t.difference, line => line.difference, 'right'),
          cell: ({ difference }) => <Difference of={difference} />,
        },
  ]
}

const quantity = (
  key: string,
  head: string,
  text: (line: Line) => string,
  narrow: Column<Line>['narrow'],
): Column<Line> => ({ key, head, kind: 'number', text, narrow })

/** More or less than announced, with its sign; nothing in quieter ink. */
function Difference({ of }: { of: string }) {
  const sign = signOf(of)
  if (sign === 0) return <span className="quiet">0</span>
  return <b>{(sign > 0 ? '+' : '') + grouped(of)}</b>
}

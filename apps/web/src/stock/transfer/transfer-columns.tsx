import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { DueDay } from '../../part/DueDay.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { TransferHead } from '../../remote/market.ts'
import type { Texts } from '../../text/catalogue.ts'
import type { stockTexts } from '../stock.texts.ts'
import type { useStockNames } from '../use-stock.ts'
import { transferState } from './states.ts'
import type { transfersTexts } from './transfers.texts.ts'

type T = Texts<typeof stockTexts> & Texts<typeof transfersTexts>

export function transferColumns(t: T, names: ReturnType<typeof useStockNames>): Column<TransferHead>[] {
  return [
    {
      key: 'number',
      sortBy: 'number',
      head: t.number,
      className: 'nowrap figures',
      text: transfer => transfer.number,
      cell: transfer => (
        <Link to="/stock/transfers/$id" params={{ id: transfer.id }} data-row>
          {transfer.number}
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: transfer => t[transfer.state],
      cell: transfer => <StateMark state={transferState[transfer.state]}>{t[transfer.state]}</StateMark>,
      narrow: 'mark',
    },
    { key: 'from', head: t.from, text: transfer => names.warehouse(transfer.from), narrow: 'left' },
    { key: 'to', head: t.to, text: transfer => names.warehouse(transfer.to), narrow: 'right' },
    {
      key: 'due',
      sortBy: 'due',
      head: t.dueOn,
      text: transfer => transfer.dueOn ?? '',
      cell: transfer => <DueDay day={transfer.dueOn} isOpen={transfer.state === 'dispatched'} />,
    },
    {
      key: 'dispatched',
      head: t.dispatchedAt,
      kind: 'figures',
      className: 'nowrap second',
      text: ({ dispatchedAt }) => (dispatchedAt ? dayAndTime(dispatchedAt) : ''),
      narrow: 'off',
    },
    { key: 'owner', head: t.owner, text: transfer => names.party(transfer.owner), narrow: 'off' },
    {
      key: 'at',
      head: t.at,
      kind: 'figures',
      className: 'nowrap second',
      text: transfer => dayAndTime(transfer.at),
      narrow: 'off',
    },
  ]
}

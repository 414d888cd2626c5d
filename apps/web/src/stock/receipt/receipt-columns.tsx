import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { DueDay } from '../../part/DueDay.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { ReceiptHead } from '../../remote/market.ts'
import type { Texts } from '../../text/catalogue.ts'
import type { stockTexts } from '../stock.texts.ts'
import type { useStockNames } from '../use-stock.ts'
import type { receiptsTexts } from './receipts.texts.ts'
import { isOpen, receiptState } from './states.ts'

type T = Texts<typeof receiptsTexts> & Texts<typeof stockTexts>

export function receiptColumns(t: T, names: ReturnType<typeof useStockNames>): Column<ReceiptHead>[] {
  return [
    {
      key: 'number',
      sortBy: 'number',
      head: t.number,
      kind: 'figures',
      className: 'nowrap',
      text: receipt => receipt.number,
      cell: receipt => (
        <Link to="/stock/receipts/$id" params={{ id: receipt.id }} data-row>
          {receipt.number}
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: receipt => t[receipt.state],
      cell: receipt => <StateMark state={receiptState[receipt.state]}>{t[receipt.state]}</StateMark>,
      narrow: 'mark',
    },
    { key: 'warehouse', head: t.warehouse, text: receipt => names.warehouse(receipt.warehouse) },
    {
      key: 'sender',
      head: t.sender,
      text: receipt => [receipt.sender ?? '', t[receipt.source]].filter(Boolean).join(' · '),
      cell: receipt => (
        <>
          {receipt.sender ?? t[receipt.source]}
          {receipt.sender ? <span className="unit">{t[receipt.source]}</span> : null}
        </>
      ),
    },
    { key: 'owner', head: t.owner, text: receipt => names.party(receipt.owner), narrow: 'off' },
    {
      key: 'reference',
      head: t.reference,
      kind: 'figures',
      text: receipt => receipt.reference ?? '',
      narrow: 'off',
    },
    {
      key: 'expected',
      sortBy: 'expected',
      head: t.expected,
      text: receipt => receipt.expectedOn ?? '',
      cell: receipt => <DueDay day={receipt.expectedOn} isOpen={isOpen(receipt)} />,
    },
    {
      key: 'at',
      head: t.at,
      kind: 'figures',
      className: 'second nowrap',
      text: receipt => dayAndTime(receipt.at),
      narrow: 'off',
    },
  ]
}

import type { Column } from '../../list/column.ts'
import { Amount } from '../../part/Amount.tsx'
import { useTexts } from '../../text/language.tsx'
import type { Summary } from './SummaryPage.tsx'
import { summaryTexts } from './summary.texts.ts'

/** Declarations that the customs made. */
export function useResultColumns(): Column<Summary['results'][number]>[] {
  const t = useTexts(summaryTexts)
  return [
    {
      key: 'entryId',
      head: t.entryId,
      kind: 'figures',
      text: each => each.entryId ?? each.seqNo,
      narrow: 'title',
    },
    { key: 'state', head: t.state, kind: 'figures', text: each => each.state, narrow: 'mark' },
    { key: 'lists', head: t.lists, kind: 'number', text: each => String(each.lists), narrow: 'left' },
    {
      key: 'refunds',
      head: t.refunds,
      kind: 'number',
      text: each => String(each.refundLists),
      narrow: 'right',
    },
    {
      key: 'gross',
      head: t.grossWeight,
      unit: 'kg',
      kind: 'number',
      text: each => each.grossWeight,
      narrow: 'left',
    },
    {
      key: 'net',
      head: t.netWeight,
      unit: 'kg',
      kind: 'number',
      text: each => each.netWeight,
      narrow: 'right',
    },
  ]
}

/** The lines that the month's lists were merged to. */
export function useMergedColumns(): Column<Summary['merged'][number]>[] {
  const t = useTexts(summaryTexts)
  return [
    { key: 'line', head: '#', kind: 'figures', text: each => String(each.line), narrow: 'mark' },
    {
      key: 'declaration',
      head: t.declaration,
      kind: 'figures',
      text: each => String(each.declaration),
      narrow: 'off',
    },
    { key: 'goods', head: t.goods, text: each => each.name, narrow: 'title' },
    { key: 'hsCode', head: t.hsCode, kind: 'figures', text: each => each.keys.hsCode },
    { key: 'country', head: t.country, kind: 'figures', text: each => each.keys.finalCountry, narrow: 'off' },
    {
      key: 'quantity',
      head: t.quantity,
      kind: 'number',
      text: each => each.declared.map(({ quantity, unit }) => `${quantity} ${unit}`).join('; '),
      cell: each => each.declared.map(({ quantity, unit }) => `${quantity} ${unit}`).join('; '),
      narrow: 'left',
    },
    {
      key: 'total',
      head: t.total,
      kind: 'number',
      text: each => `${each.total} ${each.keys.currency}`,
      cell: each => (
        <>
          <Amount value={each.total} /> <span className="quiet">{each.keys.currency}</span>
        </>
      ),
      narrow: 'right',
    },
    { key: 'lists', head: t.lists, kind: 'number', text: each => String(each.lists) },
  ]
}

import { Link } from '@tanstack/react-router'
import type { Column } from '../list/column.ts'
import type { RefusedOrder } from '../remote/contracts.ts'
import type { Language, Texts } from '../text/catalogue.ts'
import type { toFixTexts } from './to-fix.texts.ts'

/** Where a fault stands in the book, and what it is. */
export function faultColumns(
  t: Texts<typeof toFixTexts>,
  language: Language,
  id: string,
  mayFix: boolean,
): Column<RefusedOrder>[] {
  return [
    { key: 'sheet', head: t.sheet, className: 'nowrap', text: fault => fault.sheet ?? '' },
    {
      key: 'row',
      head: t.row,
      kind: 'number',
      text: fault => String(fault.row ?? ''),
      cell: fault => <b>{fault.row}</b>,
    },
    {
      key: 'column',
      head: t.column,
      text: fault => fault.column ?? '',
      cell: fault => <b>{fault.column}</b>,
    },
    { key: 'order', head: t.order, kind: 'figures', className: 'nowrap', text: fault => fault.orderNo ?? '' },
    { key: 'found', head: t.found, className: 'to-fix-text', text: fault => fault.text[language] },
    {
      key: 'fix',
      head: '',
      className: 'nowrap',
      text: () => '',
      cell: fault =>
        fault.isFixable && mayFix ? (
          <Link
            to="/plans/$id"
            params={{ id }}
            search={{ tab: 'fix', fix: String(fault.position) }}
            resetScroll={false}
            data-testid={`fix-${fault.position}`}
            data-row
          >
            {t.fix}
          </Link>
        ) : null,
      narrow: 'mark',
    },
    { key: 'code', head: t.code, kind: 'code', className: 'quiet nowrap', text: fault => fault.code },
  ]
}

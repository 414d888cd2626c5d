import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Export } from '../../list/Export.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { usePages } from '../../list/use-pages.ts'
import { Amount } from '../../part/Amount.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { TimeLeft } from '../../part/TimeLeft.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { Hold } from '../../remote/market.ts'
import { useMay } from '../../remote/session.ts'
import { useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames } from '../use-stock.ts'
import { stockHoldsTexts } from './holds.texts.ts'

const limit = 50

/** What is held for orders: how much, to when, and what has gone out of it. */
export function HoldsPage() {
  const t = { ...useTexts(stockTexts), ...useTexts(stockHoldsTexts) }
  useTitle(t.title)
  const mayHold = useMay('market.hold.write')
  const holds = usePages(
    'market.hold.list',
    { limit },
    { rows: answer => answer.holds, next: answer => answer.next },
  )
  const columns = useHoldColumns()
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={holds.rows?.length ? <Export name={t.title} columns={columns} rows={holds.all} /> : null}
        action={
          mayHold ? (
            <Link className="button main" to="/stock/holds/new" data-testid="place-hold">
              {t.place}
            </Link>
          ) : null
        }
      />
      <Listed of={holds} empty={t.nothing}>
        {rows => (
          <Table label={t.title} columns={columns} rows={rows} keyOf={hold => hold.id} testId="stock-holds" />
        )}
      </Listed>
    </>
  )
}

/** When the first of what is still held is over. */
const firstEnd = ({ parts }: Hold) =>
  parts
    .filter(part => part.state === 'held')
    .flatMap(part => part.until ?? [])
    .sort()[0]

function useHoldColumns(): Column<Hold>[] {
  const t = { ...useTexts(stockTexts), ...useTexts(stockHoldsTexts) }
  const names = useStockNames()
  return [
    {
      key: 'goods',
      head: t.article,
      text: hold => hold.sku,
      cell: hold => (
        <>
          <Link to="/stock/holds/$id" params={{ id: hold.id }} className="figures" data-row>
            {hold.sku}
          </Link>
          <span className="unit">{names.article(hold.article)}</span>
        </>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: hold => t[hold.state],
      cell: hold => <StateMark state={hold.state === 'open' ? 'runs' : 'done'}>{t[hold.state]}</StateMark>,
      narrow: 'mark',
    },
    {
      key: 'reference',
      head: t.reference,
      kind: 'figures',
      text: hold => hold.reference ?? '',
      narrow: 'left',
    },
    {
      key: 'held',
      head: t.held,
      kind: 'number',
      text: hold => hold.held,
      cell: hold => <Amount value={hold.held} />,
      narrow: 'left',
    },
    {
      key: 'shipped',
      head: t.shipped,
      kind: 'number',
      text: hold => hold.shipped,
      cell: hold => <Amount value={hold.shipped} />,
      narrow: 'right',
    },
    { key: 'unit', head: t.unit, text: hold => names.unit(hold.unit), narrow: 'off' },
    {
      key: 'until',
      head: t.until,
      text: hold => (firstEnd(hold) ? dayAndTime(firstEnd(hold)!) : ''),
      cell: hold => (hold.state === 'open' ? <TimeLeft until={firstEnd(hold)} /> : null),
    },
    {
      key: 'at',
      head: t.at,
      kind: 'figures',
      className: 'nowrap second',
      text: hold => dayAndTime(hold.at),
      narrow: 'off',
    },
  ]
}

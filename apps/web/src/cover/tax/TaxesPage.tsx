import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Choice } from '../../list/Choice.tsx'
import type { Column } from '../../list/column.ts'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Search } from '../../list/Search.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { Amount } from '../../part/Amount.tsx'
import { DueDay } from '../../part/DueDay.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { useTitle } from '../../part/title.ts'
import type { Queries } from '../../remote/calls/index.ts'
import { useTexts } from '../../text/language.tsx'
import { coverTexts } from '../cover.texts.ts'
import { billStates, type TaxesSearch } from '../search.ts'
import { isOpenBill, markOfBill } from './states.ts'
import { taxTexts } from './tax.texts.ts'

const route = getRouteApi('/covers/taxes')
const limit = 100
type Bill = Queries['customs.tax.list']['answer']['bills'][number]

/** Tax bills: what the customs levy, what was reckoned, until when it is to be paid. */
export function TaxesPage() {
  const t = { ...useTexts(coverTexts), ...useTexts(taxTexts) }
  useTitle(t.taxes)
  const wanted = route.useSearch()
  const change = useFilters<TaxesSearch>()
  const { q, state, differing } = useDeferredValue(wanted)
  const bills = usePages(
    'customs.tax.list',
    { search: q, state, ...(differing ? { differing: true } : {}), limit },
    { rows: answer => answer.bills, next: answer => answer.next, isCalm: true },
  )
  const columns = useColumns()
  const isNarrowed = Boolean(wanted.q || wanted.state || wanted.differing)
  return (
    <>
      <PageHead
        title={t.taxes}
        lead={t.lead}
        tools={bills.rows?.length ? <Export name={t.taxes} columns={columns} rows={bills.all} /> : null}
      >
        <Filters
          clear={
            isNarrowed ? () => change({ q: undefined, state: undefined, differing: undefined }) : undefined
          }
        >
          <Choice
            label={t.state}
            value={wanted.state}
            options={billStates.map(value => ({ value, name: t[value] }))}
            every={t.anyState}
            change={next => change({ state: next })}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={wanted.differing === 'yes'}
              onChange={event => change({ differing: event.target.checked ? 'yes' : undefined })}
              data-testid="differing"
            />
            {t.onlyDiffering}
          </label>
          <Search label={t.find} hint={t.findHint} value={wanted.q} change={next => change({ q: next })} />
        </Filters>
      </PageHead>
      <Listed of={bills} empty={isNarrowed ? t.notFound : t.nothing}>
        {rows => (
          <Table label={t.taxes} columns={columns} rows={rows} keyOf={bill => bill.id} testId="tax-bills" />
        )}
      </Listed>
    </>
  )
}

function useColumns(): Column<Bill>[] {
  const t = { ...useTexts(coverTexts), ...useTexts(taxTexts) }
  const word = (state: string) => (state in t ? t[state as (typeof billStates)[number]] : state)
  return [
    {
      key: 'taxNo',
      head: t.taxNo,
      kind: 'figures',
      text: bill => bill.taxNo,
      cell: bill => (
        <Link to="/covers/taxes/$id" params={{ id: bill.id }} data-row>
          {bill.taxNo}
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: bill => word(bill.state),
      cell: bill => <StateMark state={markOfBill(bill.state)}>{word(bill.state)}</StateMark>,
      narrow: 'mark',
    },
    { key: 'list', head: t.list, kind: 'figures', text: bill => bill.listNo },
    { key: 'order', head: t.order, kind: 'figures', text: bill => bill.orderNo ?? '', narrow: 'off' },
    {
      key: 'levied',
      head: t.levied,
      unit: 'CNY',
      kind: 'number',
      text: bill => bill.levied?.total ?? '',
      cell: bill => <Amount value={bill.levied?.total} />,
      narrow: 'left',
    },
    {
      key: 'planned',
      head: t.planned,
      unit: 'CNY',
      kind: 'number',
      text: bill => bill.planned?.total ?? '',
      cell: bill => <Amount value={bill.planned?.total} />,
      narrow: 'right',
    },
    {
      key: 'difference',
      head: t.difference,
      unit: 'CNY',
      kind: 'number',
      text: bill => bill.difference ?? '',
      cell: bill => <Amount value={bill.difference} signed />,
    },
    {
      key: 'until',
      head: t.until,
      kind: 'figures',
      text: bill => bill.payUntil ?? '',
      cell: bill => <DueDay day={bill.payUntil} isOpen={isOpenBill(bill.state)} />,
    },
  ]
}

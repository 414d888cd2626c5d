import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Export } from '../../list/Export.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { usePages } from '../../list/use-pages.ts'
import { Amount } from '../../part/Amount.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { useTitle } from '../../part/title.ts'
import type { Queries } from '../../remote/calls/index.ts'
import { useMay } from '../../remote/session.ts'
import { useTexts } from '../../text/language.tsx'
import { coverTexts } from '../cover.texts.ts'
import { guaranteeTexts } from './guarantee.texts.ts'

type Guarantee = Queries['customs.guarantee.list']['answer']['guarantees'][number]
const limit = 100

/** The guarantees that the reader may see: how much each has left, and whether declarations wait for it. */
export function GuaranteesPage() {
  const t = { ...useTexts(coverTexts), ...useTexts(guaranteeTexts) }
  useTitle(t.guarantees)
  const mayRegister = useMay('customs.guarantee.manage')
  const guarantees = usePages(
    'customs.guarantee.list',
    { limit },
    { rows: answer => answer.guarantees, next: answer => answer.next },
  )
  const columns = useColumns()
  return (
    <>
      <PageHead
        title={t.guarantees}
        lead={t.lead}
        tools={
          guarantees.rows?.length ? (
            <Export name={t.guarantees} columns={columns} rows={guarantees.all} />
          ) : null
        }
        action={
          mayRegister ? (
            <Link className="button main" to="/covers/guarantees/new" data-testid="register-guarantee">
              {t.register}
            </Link>
          ) : null
        }
      />
      <Listed of={guarantees} empty={t.nothing}>
        {rows => (
          <Table
            label={t.guarantees}
            columns={columns}
            rows={rows}
            keyOf={each => each.id}
            testId="guarantees"
          />
        )}
      </Listed>
    </>
  )
}

function useColumns(): Column<Guarantee>[] {
  const t = { ...useTexts(coverTexts), ...useTexts(guaranteeTexts) }
  const money = (key: 'amount' | 'left' | 'held' | 'due', narrow: 'left' | 'right'): Column<Guarantee> => ({
    key,
    head: t[key],
    unit: 'CNY',
    kind: 'number',
    text: each => each[key],
    cell: each => <Amount value={each[key]} />,
    narrow,
  })
  return [
    {
      key: 'number',
      head: t.number,
      text: each => each.number,
      cell: each => (
        <Link to="/covers/guarantees/$id" params={{ id: each.id }} className="figures" data-row>
          {each.number}
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: each => (each.isValid ? t.valid : t.invalid),
      cell: each => (
        <StateMark state={each.isValid ? 'done' : 'refused'}>{each.isValid ? t.valid : t.invalid}</StateMark>
      ),
      narrow: 'mark',
    },
    { key: 'firm', head: t.firm, text: each => each.name },
    { key: 'office', head: t.office, kind: 'figures', text: each => each.office, narrow: 'off' },
    {
      key: 'validity',
      head: t.validity,
      kind: 'figures',
      className: 'nowrap',
      text: each => `${each.from} – ${each.to}`,
    },
    money('amount', 'left'),
    money('left', 'right'),
    money('held', 'left'),
    money('due', 'right'),
    {
      key: 'waiting',
      head: t.waiting,
      kind: 'number',
      text: each => String(each.waiting),
      cell: each =>
        each.waiting > 0 ? (
          <StateMark state="waits">{each.waiting}</StateMark>
        ) : (
          <span className="quiet">0</span>
        ),
    },
  ]
}

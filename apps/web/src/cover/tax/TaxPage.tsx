import { getRouteApi, Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { Amount } from '../../part/Amount.tsx'
import { Asked } from '../../part/Asked.tsx'
import { DueDay } from '../../part/DueDay.tsx'
import { Fact } from '../../part/Fact.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { Queries } from '../../remote/calls/index.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { coverTexts } from '../cover.texts.ts'
import { billStates } from '../search.ts'
import { Pay } from './Pay.tsx'
import { isOpenBill, markOfBill } from './states.ts'
import { taxTexts } from './tax.texts.ts'

const route = getRouteApi('/covers/taxes/$id')
type Bill = Queries['customs.tax.read']['answer']
type Line = Bill['lines'][number]
const kinds = ['duty', 'vat', 'consumption', 'total'] as const

/** One tax bill beside what was reckoned, line by line, and its payment. */
export function TaxPage() {
  const { id } = route.useParams()
  const bill = useAsk('customs.tax.read', { id })
  return <Asked of={bill}>{answer => <Whole bill={answer} />}</Asked>
}

function Whole({ bill }: { bill: Bill }) {
  const t = { ...useTexts(coverTexts), ...useTexts(taxTexts) }
  useTitle(bill.taxNo)
  const mayPay = useMay('customs.tax.manage')
  const columns = useLineColumns()
  const state = billStates.find(each => each === bill.state)
  return (
    <>
      <header className="record-head" data-testid="tax-head">
        <Link to="/covers/taxes" data-back className="record-up">
          ← {t.all}
        </Link>
        <div className="record-top">
          <h1>
            {bill.taxNo}
            <StateMark state={markOfBill(bill.state)}>{state ? t[state] : bill.state}</StateMark>
          </h1>
          <dl className="sums">
            {(['levied', 'planned'] as const).map(key => (
              <div key={key}>
                <dt>
                  {t[key]} <span className="quiet">CNY</span>
                </dt>
                <dd className="figures">
                  <Amount value={bill[key]?.total} />
                </dd>
              </div>
            ))}
            <div>
              <dt>
                {t.difference} <span className="quiet">CNY</span>
              </dt>
              <dd className="figures">
                <Amount value={bill.difference} signed />
              </dd>
            </div>
          </dl>
        </div>
        <dl className="facts">
          <Fact name={t.list}>{bill.listNo}</Fact>
          {bill.declaration ? (
            <Fact name={t.declaration}>
              <Link to="/declarations/$id" params={{ id: bill.declaration }}>
                {t.declaration}
              </Link>
            </Fact>
          ) : null}
          {bill.orderNo ? <Fact name={t.order}>{bill.orderNo}</Fact> : null}
          {bill.guarantor ? <Fact name={t.guarantor}>{bill.guarantor}</Fact> : null}
          {bill.payFrom ? <Fact name={t.payFrom}>{bill.payFrom}</Fact> : null}
          <Fact name={t.until}>
            <DueDay day={bill.payUntil} isOpen={isOpenBill(bill.state)} />
          </Fact>
          {bill.paidAt ? <Fact name={t.paidAt}>{dayAndTime(bill.paidAt)}</Fact> : null}
          {bill.source ? <Fact name={t.source}>{bill.source}</Fact> : null}
        </dl>
      </header>
      <h2 className="section">{t.lines}</h2>
      <Table
        label={t.lines}
        columns={columns}
        rows={bill.lines}
        keyOf={line => String(line.line)}
        testId="tax-lines"
      />
      {mayPay && bill.orderNo && isOpenBill(bill.state) ? <Pay order={bill.orderNo} /> : null}
    </>
  )
}

function useLineColumns(): Column<Line>[] {
  const t = { ...useTexts(coverTexts), ...useTexts(taxTexts) }
  return [
    { key: 'line', head: t.line, kind: 'figures', text: line => String(line.line), narrow: 'mark' },
    { key: 'hsCode', head: t.hsCode, kind: 'figures', text: line => line.hsCode, narrow: 'title' },
    {
      key: 'value',
      head: t.value,
      unit: 'CNY',
      kind: 'number',
      text: line => line.levied.value,
      cell: line => <Beside levied={line.levied.value} planned={line.planned?.value} />,
    },
    ...kinds.map(
      (kind): Column<Line> => ({
        key: kind,
        head: t[kind],
        unit: 'CNY',
        kind: 'number',
        text: line => line.levied[kind],
        cell: line => <Beside levied={line.levied[kind]} planned={line.planned?.[kind]} />,
      }),
    ),
    {
      key: 'difference',
      head: t.difference,
      unit: 'CNY',
      kind: 'number',
      text: line => line.difference ?? '',
      cell: line => <Amount value={line.difference} signed />,
    },
  ]
}

/** What was levied; below it, where it is another, what was reckoned. */
function Beside({ levied, planned }: { levied: string; planned: string | undefined }) {
  const t = useTexts(taxTexts)
  return (
    <>
      <Amount value={levied} />
      {planned !== undefined && Number(planned) !== Number(levied) ? (
        <span className="unit">
          {t.planned} <Amount value={planned} />
        </span>
      ) : null}
    </>
  )
}

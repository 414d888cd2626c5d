import { getRouteApi, Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { Amount } from '../../part/Amount.tsx'
import { Asked } from '../../part/Asked.tsx'
import { DueDay } from '../../part/DueDay.tsx'
import { Fact } from '../../part/Fact.tsx'
import { type State, StateMark } from '../../part/StateMark.tsx'
import { TimeLeft } from '../../part/TimeLeft.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { Hold } from '../../remote/market.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames, useStockRules } from '../use-stock.ts'
import { stockHoldsTexts } from './holds.texts.ts'
import { Release } from './Release.tsx'
import { ShipForm } from './ShipForm.tsx'

const route = getRouteApi('/stock/holds/$id')
type Part = Hold['parts'][number]

/** One hold: where the goods lie, to when they are held; the keeper ships them, the owner gives them back. */
export function HoldPage() {
  const { id } = route.useParams()
  const hold = useAsk('market.hold.get', { hold: id })
  return <Asked of={hold}>{answer => <Whole hold={answer} />}</Asked>
}

function Whole({ hold }: { hold: Hold }) {
  const t = { ...useTexts(stockTexts), ...useTexts(stockHoldsTexts) }
  useTitle(hold.reference ?? hold.sku)
  const names = useStockNames()
  const { who } = useWho()
  const mayShip = useMay('market.hold.ship')
  const mayRelease = useMay('market.hold.write')
  const unit = names.unit(hold.unit)
  const mine = hold.parts.filter(part => part.state === 'held' && part.keeper === who?.party.id)
  return (
    <>
      <header className="record-head">
        <Link to="/stock/holds" data-back className="record-up">
          ← {t.all}
        </Link>
        <div className="record-top">
          <h1>
            {hold.reference ?? hold.sku}
            <StateMark state={hold.state === 'open' ? 'runs' : 'done'}>{t[hold.state]}</StateMark>
          </h1>
          <dl className="sums">
            {(['held', 'shipped'] as const).map(key => (
              <div key={key}>
                <dt>
                  {t[key]} <span className="quiet">{unit}</span>
                </dt>
                <dd className="figures">
                  <Amount value={hold[key]} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <dl className="facts">
          <Fact name={t.article}>
            <Link to="/stock/articles/$id" params={{ id: hold.article }}>
              {hold.sku} {names.article(hold.article)}
            </Link>
          </Fact>
          <Fact name={t.owner}>{names.party(hold.owner)}</Fact>
          <Fact name={t.at}>{dayAndTime(hold.at)}</Fact>
        </dl>
      </header>
      <Table
        label={t.parts}
        columns={partColumns(t, names, unit, useStockRules()?.nearExpiryDays)}
        rows={hold.parts}
        keyOf={part => part.part}
        testId="hold-parts"
      />
      {mayShip && mine.length > 0 ? <ShipForm key={hold.id} hold={hold} parts={mine} /> : null}
      {mayRelease && who?.party.id === hold.owner && hold.state === 'open' ? <Release hold={hold} /> : null}
    </>
  )
}

const stateOf: Record<Part['state'], State> = {
  held: 'runs',
  shipped: 'done',
  released: 'idle',
  expired: 'idle',
}
type T = ReturnType<typeof useTexts<typeof stockTexts>> & ReturnType<typeof useTexts<typeof stockHoldsTexts>>

function partColumns(
  t: T,
  names: ReturnType<typeof useStockNames>,
  unit: string,
  near: number | undefined,
): Column<Part>[] {
  return [
    {
      key: 'warehouse',
      head: t.warehouse,
      text: part => names.warehouse(part.warehouse),
      cell: part => (
        <Link to="/stock/lines/$id" params={{ id: part.line }} data-row>
          {names.warehouse(part.warehouse)}
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: part => t[part.state],
      cell: part => <StateMark state={stateOf[part.state]}>{t[part.state]}</StateMark>,
      narrow: 'mark',
    },
    {
      key: 'lot',
      head: t.lot,
      text: part => part.lot ?? '',
      cell: part =>
        part.lot ? (
          <>
            <span className="figures">{part.lot}</span>
            {part.expiresOn ? (
              <span className="unit">
                <DueDay day={part.expiresOn} isOpen within={near} />
              </span>
            ) : null}
          </>
        ) : null,
    },
    { key: 'quantity', head: t.quantity, unit, kind: 'number', text: part => part.quantity, narrow: 'left' },
    { key: 'shipped', head: t.shipped, unit, kind: 'number', text: part => part.shipped, narrow: 'right' },
    {
      key: 'until',
      head: t.until,
      text: part => (part.until ? dayAndTime(part.until) : ''),
      cell: part => (part.state === 'held' ? <TimeLeft until={part.until} /> : null),
    },
  ]
}

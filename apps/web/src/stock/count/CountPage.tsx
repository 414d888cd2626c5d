import { getRouteApi, Link } from '@tanstack/react-router'
import { Asked } from '../../part/Asked.tsx'
import { Fact } from '../../part/Fact.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { CountSheet } from '../../remote/market.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames } from '../use-stock.ts'
import { CancelCount } from './CancelCount.tsx'
import { countsTexts } from './counts.texts.ts'
import { Review } from './Review.tsx'
import { SheetForm } from './SheetForm.tsx'
import { countState, isCounting } from './states.ts'

const route = getRouteApi('/stock/counts/$id')

/** One count: the sheet while people count, the differences once they have. */
export function CountPage() {
  const { id } = route.useParams()
  const sheet = useAsk('market.count.sheet', { count: id })
  return <Asked of={sheet}>{answer => <Whole sheet={answer} />}</Asked>
}

function Whole({ sheet }: { sheet: CountSheet }) {
  const t = { ...useTexts(stockTexts), ...useTexts(countsTexts) }
  useTitle(sheet.number)
  const names = useStockNames()
  const { who } = useWho()
  const mayCount = useMay('market.count.write')
  const isKeeper = who?.party.id === sheet.keeper && mayCount
  return (
    <>
      <header className="record-head">
        <Link to="/stock/counts" data-back className="record-up">
          ← {t.all}
        </Link>
        <h1 className="figures">
          {sheet.number}
          <StateMark state={countState[sheet.state]}>{t[sheet.state]}</StateMark>
        </h1>
        <dl className="facts">
          <Fact name={t.warehouse}>{names.warehouse(sheet.warehouse)}</Fact>
          <Fact name={t.owner}>{names.party(sheet.owner)}</Fact>
          <Fact name={t.at}>{dayAndTime(sheet.at)}</Fact>
          {sheet.endedAt ? <Fact name={t.endedAt}>{dayAndTime(sheet.endedAt)}</Fact> : null}
        </dl>
        {sheet.reason ? (
          <p className="remark">
            {t.ended}
            {sheet.reason}
          </p>
        ) : null}
      </header>
      {isCounting(sheet) ? (
        isKeeper ? (
          <SheetForm key={`${sheet.id} ${sheet.state}`} sheet={sheet} />
        ) : (
          <p className="sheet empty">{t.waiting}</p>
        )
      ) : null}
      {sheet.state === 'counted' || sheet.state === 'posted' ? <Review count={sheet} /> : null}
      {isKeeper && (isCounting(sheet) || sheet.state === 'counted') ? <CancelCount count={sheet} /> : null}
    </>
  )
}

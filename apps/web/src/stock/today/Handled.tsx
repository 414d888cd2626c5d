import { Link } from '@tanstack/react-router'
import { Waiting, WaitingRow } from '../../list/Waiting.tsx'
import { Amount } from '../../part/Amount.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { countsTexts } from '../count/counts.texts.ts'
import { countState } from '../count/states.ts'
import { useStockNames } from '../use-stock.ts'
import { todayTexts } from './today.texts.ts'
import { useOpen } from './use-open.ts'

/** Goods that are held for an order and have not gone out. */
export function HoldsWaiting() {
  const t = useTexts(todayTexts)
  const names = useStockNames()
  const holds = useAsk('market.hold.list', { limit: 200 })
  return (
    <Waiting
      name={t.toShip}
      to={<Link to="/stock/holds">{t.all}</Link>}
      of={holds}
      rows={answer => answer.holds.filter(hold => hold.state === 'open')}
      keyOf={hold => hold.id}
      row={hold => (
        <WaitingRow
          title={
            <Link to="/stock/holds/$id" params={{ id: hold.id }} data-row>
              {hold.reference ?? hold.sku}
            </Link>
          }
          note={[hold.reference ? hold.sku : '', names.article(hold.article)].filter(Boolean).join(' · ')}
        >
          <span className="figures">
            <Amount value={hold.held} /> {names.unit(hold.unit)}
          </span>
        </WaitingRow>
      )}
      testId="today-holds"
    />
  )
}

/** Counts that are under way or wait to be approved. */
export function CountsWaiting() {
  const t = { ...useTexts(countsTexts), ...useTexts(todayTexts) }
  const names = useStockNames()
  const { counts } = useOpen()
  return (
    <Waiting
      name={t.countsOpen}
      to={<Link to="/stock/counts">{t.all}</Link>}
      of={counts}
      rows={answer => answer.counts.filter(({ state }) => state !== 'posted' && state !== 'cancelled')}
      keyOf={count => count.id}
      row={count => (
        <WaitingRow
          title={
            <Link to="/stock/counts/$id" params={{ id: count.id }} data-row>
              {count.number}
            </Link>
          }
          note={names.warehouse(count.warehouse)}
        >
          <StateMark state={countState[count.state]}>{t[count.state]}</StateMark>
        </WaitingRow>
      )}
      testId="today-counts"
    />
  )
}

import { Link } from '@tanstack/react-router'
import { Waiting, WaitingRow } from '../../list/Waiting.tsx'
import { grouped } from '../../part/amount.ts'
import { DueDay } from '../../part/DueDay.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { useStockNames } from '../use-stock.ts'
import { todayTexts } from './today.texts.ts'

/** Goods that have expired or soon will, the soonest first. */
export function Expiring() {
  const t = useTexts(todayTexts)
  const names = useStockNames()
  const expiring = useAsk('market.stock.expiring', { limit: 200 })
  return (
    <Waiting
      name={t.expiring}
      to={<Link to="/stock/levels">{t.all}</Link>}
      of={expiring}
      rows={answer => answer.lines}
      keyOf={line => line.line}
      row={line => (
        <WaitingRow
          title={
            <Link to="/stock/lines/$id" params={{ id: line.line }} data-row>
              {[line.sku, line.lot?.number].filter(Boolean).join(' ')}
            </Link>
          }
          note={`${grouped(line.onHand)} ${names.unit(line.unit)} · ${names.warehouse(line.warehouse)}`}
        >
          <DueDay day={line.expiresOn} isOpen />
        </WaitingRow>
      )}
      isLate
      testId="today-expiring"
    />
  )
}

/** Articles of which less is left than is wanted. */
export function Low() {
  const t = useTexts(todayTexts)
  const { language } = useLanguage()
  const names = useStockNames()
  const low = useAsk('market.stock.low', { limit: 200 })
  return (
    <Waiting
      name={t.low}
      to={<Link to="/stock/articles">{t.all}</Link>}
      of={low}
      rows={answer => answer.articles}
      keyOf={article => article.article}
      row={article => (
        <WaitingRow
          title={
            <Link to="/stock/articles/$id" params={{ id: article.article }} data-row>
              {article.sku}
            </Link>
          }
          note={article.name[language]}
        >
          <StateMark state="waits">
            {t.leftOf(`${grouped(article.left)} ${names.unit(article.unit)}`, grouped(article.low))}
          </StateMark>
        </WaitingRow>
      )}
      testId="today-low"
    />
  )
}

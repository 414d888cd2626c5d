import { Link } from '@tanstack/react-router'
import { Waiting, WaitingRow } from '../../list/Waiting.tsx'
import { DueDay } from '../../part/DueDay.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { transferState } from '../transfer/states.ts'
import { transfersTexts } from '../transfer/transfers.texts.ts'
import { useStockNames } from '../use-stock.ts'
import { todayTexts } from './today.texts.ts'
import { useOpen } from './use-open.ts'

/** Goods that are to leave, are on the way, or should have come by now. */
export function TransfersWaiting({ which }: { which: 'ordered' | 'dispatched' | 'overdue' }) {
  const t = { ...useTexts(transfersTexts), ...useTexts(todayTexts) }
  const names = useStockNames()
  const open = useOpen()
  const late = useAsk('market.transfer.list', { overdue: true, limit: 200 })
  // What is late is said once, where it is late.
  const isLate = (id: string) => which !== 'overdue' && late.data?.transfers.some(each => each.id === id)
  const search = which === 'overdue' ? ({ overdue: 'yes' } as const) : { state: which }
  return (
    <Waiting
      name={{ ordered: t.toDispatch, dispatched: t.onTheWay, overdue: t.overdue }[which]}
      to={
        <Link to="/stock/transfers" search={search}>
          {t.all}
        </Link>
      }
      of={which === 'overdue' ? late : open[which]}
      rows={answer => answer.transfers.filter(({ id }) => !isLate(id))}
      keyOf={transfer => transfer.id}
      row={transfer => (
        <WaitingRow
          title={
            <Link to="/stock/transfers/$id" params={{ id: transfer.id }} data-row>
              {transfer.number}
            </Link>
          }
          note={`${names.warehouse(transfer.from)} → ${names.warehouse(transfer.to)}`}
        >
          {transfer.dueOn ? (
            <DueDay day={transfer.dueOn} isOpen />
          ) : (
            <StateMark state={transferState[transfer.state]}>{t[transfer.state]}</StateMark>
          )}
        </WaitingRow>
      )}
      isLate={which === 'overdue'}
      testId={`today-${which}`}
    />
  )
}

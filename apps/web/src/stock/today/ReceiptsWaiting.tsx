import { Link } from '@tanstack/react-router'
import { Waiting, WaitingRow } from '../../list/Waiting.tsx'
import { DueDay } from '../../part/DueDay.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import type { ReceiptHead } from '../../remote/market.ts'
import { useTexts } from '../../text/language.tsx'
import { receiptsTexts } from '../receipt/receipts.texts.ts'
import { receiptState } from '../receipt/states.ts'
import { useStockNames } from '../use-stock.ts'
import { todayTexts } from './today.texts.ts'
import { useOpen } from './use-open.ts'

/** What is waited for first comes first; what has no day comes last. */
const byDay = (a: ReceiptHead, b: ReceiptHead) => (a.expectedOn ?? '9').localeCompare(b.expectedOn ?? '9')

/** Goods that were announced and have not come, or not all of them. */
export function ReceiptsWaiting() {
  const t = { ...useTexts(receiptsTexts), ...useTexts(todayTexts) }
  const names = useStockNames()
  const { announced, receiving } = useOpen()
  return (
    <Waiting
      name={t.toReceive}
      to={<Link to="/stock/receipts">{t.all}</Link>}
      of={announced}
      rows={answer => [...(receiving.data?.receipts ?? []), ...answer.receipts].sort(byDay)}
      keyOf={receipt => receipt.id}
      row={receipt => (
        <WaitingRow
          title={
            <Link to="/stock/receipts/$id" params={{ id: receipt.id }} data-row>
              {receipt.number}
            </Link>
          }
          note={[names.warehouse(receipt.warehouse), receipt.sender].filter(Boolean).join(' · ')}
        >
          {receipt.expectedOn ? (
            <DueDay day={receipt.expectedOn} isOpen />
          ) : (
            <StateMark state={receiptState[receipt.state]}>{t[receipt.state]}</StateMark>
          )}
        </WaitingRow>
      )}
      testId="today-receipts"
    />
  )
}

import { getRouteApi, Link } from '@tanstack/react-router'
import { Table } from '../../list/Table.tsx'
import { Asked } from '../../part/Asked.tsx'
import { DueDay } from '../../part/DueDay.tsx'
import { Fact } from '../../part/Fact.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { useTitle } from '../../part/title.ts'
import type { Receipt } from '../../remote/market.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames } from '../use-stock.ts'
import { EndReceipt } from './EndReceipt.tsx'
import { lineColumns } from './line-columns.tsx'
import { ReceiveForm } from './ReceiveForm.tsx'
import { receiptsTexts } from './receipts.texts.ts'
import { receiveTexts } from './receive.texts.ts'
import { isOpen, receiptState } from './states.ts'

const route = getRouteApi('/stock/receipts/$id')

/** One receipt: what was announced, what came, and, for the keeper, taking in what comes now. */
export function ReceiptPage() {
  const { id } = route.useParams()
  const receipt = useAsk('market.receipt.get', { receipt: id })
  return <Asked of={receipt}>{answer => <Whole receipt={answer} />}</Asked>
}

function Whole({ receipt }: { receipt: Receipt }) {
  const t = { ...useTexts(stockTexts), ...useTexts(receiptsTexts), ...useTexts(receiveTexts) }
  useTitle(receipt.number)
  const names = useStockNames()
  const { who } = useWho()
  const mayHandle = useMay('market.receipt.handle')
  const isKeeper = who?.party.id === receipt.keeper && mayHandle
  return (
    <>
      <ReceiptHeading receipt={receipt} />
      <Table
        label={t.lines}
        columns={lineColumns(t, names, isOpen(receipt))}
        rows={receipt.lines}
        keyOf={line => String(line.line)}
        testId="receipt-lines"
      />
      {isOpen(receipt) && isKeeper ? <ReceiveForm key={receipt.id} receipt={receipt} /> : null}
      {isOpen(receipt) ? <EndReceipt receipt={receipt} isKeeper={isKeeper} /> : null}
    </>
  )
}

function ReceiptHeading({ receipt }: { receipt: Receipt }) {
  const t = { ...useTexts(stockTexts), ...useTexts(receiptsTexts), ...useTexts(receiveTexts) }
  const names = useStockNames()
  const facts = [
    [t.warehouse, names.warehouse(receipt.warehouse)],
    [t.owner, names.party(receipt.owner)],
    [t.source, [t[receipt.source], receipt.sender].filter(Boolean).join(' · ')],
    [t.reference, receipt.reference],
  ] as const
  return (
    <header className="record-head">
      <Link to="/stock/receipts" data-back className="record-up">
        ← {t.all}
      </Link>
      <h1 className="figures">
        {receipt.number}
        <StateMark state={receiptState[receipt.state]}>{t[receipt.state]}</StateMark>
      </h1>
      <dl className="facts">
        {facts.map(([name, value]) =>
          value ? (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ) : null,
        )}
        {receipt.expectedOn ? (
          <Fact name={t.expected}>
            <DueDay day={receipt.expectedOn} isOpen={isOpen(receipt)} />
          </Fact>
        ) : null}
      </dl>
      {receipt.reason ? (
        <p className="remark">
          {t.why2}
          {receipt.reason}
        </p>
      ) : null}
    </header>
  )
}

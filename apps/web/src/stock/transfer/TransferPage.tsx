import { getRouteApi, Link } from '@tanstack/react-router'
import { Table } from '../../list/Table.tsx'
import { Asked } from '../../part/Asked.tsx'
import { DueDay } from '../../part/DueDay.tsx'
import { Fact } from '../../part/Fact.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { StockTransfer } from '../../remote/market.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames } from '../use-stock.ts'
import { ArriveForm } from './ArriveForm.tsx'
import { DispatchForm } from './DispatchForm.tsx'
import { EndTransfer } from './EndTransfer.tsx'
import { lineColumns } from './line-columns.tsx'
import { transferState } from './states.ts'
import { transfersTexts } from './transfers.texts.ts'

const route = getRouteApi('/stock/transfers/$id')

/** One transfer: what was ordered, sent, came, was lost; and for the keeper at either end, what to do now. */
export function TransferPage() {
  const { id } = route.useParams()
  const transfer = useAsk('market.transfer.get', { transfer: id })
  return <Asked of={transfer}>{answer => <Whole transfer={answer} />}</Asked>
}

function Whole({ transfer }: { transfer: StockTransfer }) {
  const t = { ...useTexts(stockTexts), ...useTexts(transfersTexts) }
  useTitle(transfer.number)
  const names = useStockNames()
  const { who } = useWho()
  const mayHandle = useMay('market.transfer.handle')
  const isAt = (keeper: string) => mayHandle && who?.party.id === keeper
  return (
    <>
      <Heading transfer={transfer} />
      <Table
        label={t.lines}
        columns={lineColumns(t, names)}
        rows={transfer.lines}
        keyOf={line => String(line.line)}
        testId="transfer-lines"
      />
      {transfer.state === 'ordered' && isAt(transfer.fromKeeper) ? (
        <DispatchForm key={transfer.id} transfer={transfer} />
      ) : null}
      {transfer.state === 'dispatched' && isAt(transfer.toKeeper) ? (
        <ArriveForm key={transfer.id} transfer={transfer} />
      ) : null}
      <EndTransfer transfer={transfer} />
    </>
  )
}

function Heading({ transfer }: { transfer: StockTransfer }) {
  const t = { ...useTexts(stockTexts), ...useTexts(transfersTexts) }
  const names = useStockNames()
  return (
    <header className="record-head">
      <Link to="/stock/transfers" data-back className="record-up">
        ← {t.all}
      </Link>
      <h1 className="figures">
        {transfer.number}
        <StateMark state={transferState[transfer.state]}>{t[transfer.state]}</StateMark>
      </h1>
      <dl className="facts">
        <Fact name={t.from}>{names.warehouse(transfer.from)}</Fact>
        <Fact name={t.to}>{names.warehouse(transfer.to)}</Fact>
        <Fact name={t.owner}>{names.party(transfer.owner)}</Fact>
        <Fact name={t.at}>{dayAndTime(transfer.at)}</Fact>
        {transfer.dispatchedAt ? (
          <Fact name={t.dispatchedAt}>{dayAndTime(transfer.dispatchedAt)}</Fact>
        ) : null}
        {transfer.dueOn ? (
          <Fact name={t.dueOn}>
            <DueDay day={transfer.dueOn} isOpen={transfer.state === 'dispatched'} />
          </Fact>
        ) : null}
      </dl>
      {transfer.reason ? (
        <p className="remark">
          {t.ended}
          {transfer.reason}
        </p>
      ) : null}
    </header>
  )
}

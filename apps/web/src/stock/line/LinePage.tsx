import { getRouteApi, Link } from '@tanstack/react-router'
import { Export } from '../../list/Export.tsx'
import { Table } from '../../list/Table.tsx'
import { Amount } from '../../part/Amount.tsx'
import { Asked } from '../../part/Asked.tsx'
import { DueDay } from '../../part/DueDay.tsx'
import { Fact } from '../../part/Fact.tsx'
import { useTitle } from '../../part/title.ts'
import type { LineHistory, StockLine } from '../../remote/market.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { levelsTexts } from '../level/levels.texts.ts'
import { StockState } from '../level/StockState.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames, useStockRules } from '../use-stock.ts'
import { LineActions } from './LineActions.tsx'
import { lineTexts } from './line.texts.ts'
import { moveColumns } from './move-columns.tsx'

const route = getRouteApi('/stock/lines/$id')

/** What lies in one place: how much, of which lot, and every movement with who, why and on what paper. */
export function LinePage() {
  const { id } = route.useParams()
  const history = useAsk('market.stock.history', { line: id })
  return <Asked of={history}>{answer => <Whole history={answer} />}</Asked>
}

function Whole({ history }: { history: LineHistory }) {
  const t = { ...useTexts(levelsTexts), ...useTexts(lineTexts) }
  const { language } = useLanguage()
  const names = useStockNames()
  const rules = useStockRules()
  const mayRead = useMay('ledger.account.read')
  const line = useLine(history)
  useTitle(history.sku)
  const columns = moveColumns(t, language, { unit: names.unit(history.unit), rules, mayRead })
  const moves = [...history.moves].reverse()
  return (
    <>
      <header className="record-head">
        <Link to="/stock/levels" data-back className="record-up">
          ← {t.all}
        </Link>
        <div className="record-top">
          <h1>
            <span className="figures">{history.sku}</span>
            {line ? <StockState line={line} /> : null}
          </h1>
          {line ? <Sums line={line} unit={names.unit(history.unit)} /> : null}
        </div>
        {line ? <Facts line={line} /> : null}
      </header>
      {line ? <LineActions line={line} /> : null}
      <div className="section-head">
        <h2>{t.history}</h2>
        <Export name={`${history.sku} ${t.history}`} columns={columns} rows={moves} />
      </div>
      <Table
        label={t.history}
        columns={columns}
        rows={moves}
        keyOf={move => `${move.transfer} ${move.kind}`}
        testId="moves"
      />
      {history.more ? <p className="quiet">{t.more}</p> : null}
    </>
  )
}

/** The line as the list of stock shows it: the history says what moved, not what it is. */
function useLine({ line, sku }: LineHistory): StockLine | undefined {
  const found = useAsk('market.stock.list', { search: sku, withEmpty: true, limit: 500 })
  return found.data?.lines.find(each => each.line === line)
}

function Sums({ line, unit }: { line: StockLine; unit: string }) {
  const t = useTexts(levelsTexts)
  return (
    <dl className="sums">
      {(['onHand', 'held', 'onSale', 'available'] as const).map(key => (
        <div key={key}>
          <dt>
            {t[key]} <span className="quiet">{unit}</span>
          </dt>
          <dd className="figures">
            <Amount value={line[key]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Facts({ line }: { line: StockLine }) {
  const t = { ...useTexts(stockTexts), ...useTexts(levelsTexts) }
  const { language } = useLanguage()
  const names = useStockNames()
  const rules = useStockRules()
  return (
    <dl className="facts">
      <Fact name={t.article}>
        <Link to="/stock/articles/$id" params={{ id: line.article }}>
          {line.name[language]}
        </Link>
      </Fact>
      <Fact name={t.warehouse}>
        <Link to="/stock/warehouses/$id" params={{ id: line.warehouse }}>
          {names.warehouse(line.warehouse)}
        </Link>
      </Fact>
      {line.lot ? <Fact name={t.lot}>{line.lot.number}</Fact> : null}
      {line.expiresOn ? (
        <Fact name={t.expires}>
          <DueDay day={line.expiresOn} isOpen within={rules?.nearExpiryDays} />
        </Fact>
      ) : null}
      <Fact name={t.owner}>{names.party(line.owner)}</Fact>
      <Fact name={t.keeper}>{names.party(line.keeper)}</Fact>
    </dl>
  )
}

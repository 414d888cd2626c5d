import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Export } from '../../list/Export.tsx'
import { Listed } from '../../list/Listed.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { preciseTime } from '../../part/time.ts'
import type { AccountDetail, Statement } from '../../remote/ledger.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { accountTexts } from '../account.texts.ts'
import { ledgerTexts } from '../ledger.texts.ts'
import type { AccountSearch } from '../search.ts'
import { accountName, headUnit, unitName } from '../words.ts'
import { BalanceLine } from './BalanceLine.tsx'
import { BalanceRow } from './BalanceRow.tsx'
import { lineColumns } from './line-columns.tsx'
import { Pickers } from './Pickers.tsx'

const route = getRouteApi('/ledger/accounts/$id')
const limit = 100

/** Opening, every change, closing, of a span as it was known at a moment. */
export function StatementView({ account }: { account: AccountDetail }) {
  const t = { ...useTexts(ledgerTexts), ...useTexts(accountTexts) }
  const { language } = useLanguage()
  const wanted = route.useSearch()
  const change = useFilters<AccountSearch>()
  const { from, asAt, knownAt, side, order } = wanted
  const isNewest = order !== 'oldest'
  const lines = usePages(
    'ledger.account.statement',
    { account: account.id, from, asAt, knownAt, side, newest: isNewest, limit },
    {
      rows: answer => answer.lines,
      next: answer => (answer.more ? answer.lines.at(-1)?.timestamp : undefined),
      isCalm: true,
    },
  )
  const columns = lineColumns(t, language, headUnit(account.unit))
  const statement = lines.head
  const opening = statement ? <BalanceRow name={t.opening} of={statement.opening.standing} /> : null
  const closing = statement ? (
    <BalanceRow name={t.closing} of={statement.closing.standing} turnover={statement.turnover} />
  ) : null
  return (
    <>
      <Pickers wanted={wanted} change={change} />
      {statement ? (
        <Stamp statement={statement} unit={unitName(account.unit, language)}>
          {lines.rows?.length ? (
            <Export
              name={`${accountName(account, language)} ${t.statement}`}
              columns={columns}
              rows={lines.all}
            />
          ) : null}
        </Stamp>
      ) : null}
      {lines.rows ? <BalanceLine lines={lines.rows} /> : null}
      <Listed
        of={lines}
        empty={
          <>
            <p>{t.nothing}</p>
            {statement ? (
              <p className="figures">
                {t.balance} {statement.closing.standing.balance}
              </p>
            ) : null}
          </>
        }
      >
        {rows => (
          <Table
            label={t.statement}
            columns={columns}
            rows={rows}
            keyOf={line => `${line.timestamp} ${line.side}`}
            first={isNewest ? closing : opening}
            last={isNewest ? (lines.more ? null : opening) : lines.more ? null : closing}
            testId="statement"
          />
        )}
      </Listed>
    </>
  )
}

/** The pair that gives the same statement for ever, in words and as a link. */
function Stamp({ statement, unit, children }: { statement: Statement; unit: string; children: ReactNode }) {
  const t = { ...useTexts(ledgerTexts), ...useTexts(accountTexts) }
  const search = route.useSearch()
  const { id } = route.useParams()
  const { asAt, knownAt } = statement
  return (
    <p className="stamp second figures" data-testid="stamp">
      <span>{t.inUnit(unit)}</span>
      <span>{t.stamp(preciseTime(asAt), knownAt)}</span>
      <Link
        to="/ledger/accounts/$id"
        params={{ id }}
        search={{ ...search, asAt, knownAt }}
        title={t.permanentAbout}
        data-testid="permanent"
      >
        {t.permanent}
      </Link>
      <button type="button" className="plain link" onClick={() => window.print()}>
        {t.print}
      </button>
      {children}
    </p>
  )
}

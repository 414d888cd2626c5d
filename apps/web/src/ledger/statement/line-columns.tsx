import type { Column } from '../../list/column.ts'
import { Amount } from '../../part/Amount.tsx'
import { grouped } from '../../part/amount.ts'
import { preciseTime } from '../../part/time.ts'
import type { StatementLine } from '../../remote/ledger.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { AccountLink } from '../AccountLink.tsx'
import type { accountTexts } from '../account.texts.ts'
import type { ledgerTexts } from '../ledger.texts.ts'
import { TransferLink } from '../TransferLink.tsx'
import { accountName, lineName } from '../words.ts'

type T = Texts<typeof ledgerTexts> & Texts<typeof accountTexts>

/** A hold and what ends it move no balance: their amounts stand in brackets. */
const isPosted = ({ kind }: StatementLine) => kind === 'transfer' || kind === 'post'

export function lineColumns(t: T, language: Language, unit: string | undefined): Column<StatementLine>[] {
  return [
    {
      key: 'at',
      head: t.at,
      kind: 'figures',
      className: 'nowrap',
      text: line => preciseTime(line.at),
      cell: line => (
        <>
          {preciseTime(line.at).slice(0, 19)}
          <span className="unit">
            <TransferLink id={line.id} />
          </span>
        </>
      ),
      narrow: 'title',
    },
    {
      key: 'change',
      head: t.change,
      text: line => lineName(line.kind, language),
      cell: line => (
        <span className={isPosted(line) ? undefined : 'second'}>{lineName(line.kind, language)}</span>
      ),
      narrow: 'mark',
    },
    {
      key: 'counter',
      head: t.counter,
      text: line => accountName(line.counter, language),
      cell: line => <AccountLink account={line.counter} />,
    },
    { key: 'why', head: t.why, kind: 'number', text: line => String(line.code), narrow: 'off' },
    side('debit', t.debits, unit),
    side('credit', t.credits, unit),
    {
      key: 'held',
      head: t.held,
      ...(unit ? { unit } : {}),
      kind: 'number',
      text: line => line.standing.held,
      cell: line => <Amount value={line.standing.held} />,
      narrow: 'off',
    },
    {
      key: 'balance',
      head: t.balance,
      ...(unit ? { unit } : {}),
      kind: 'number',
      text: line => line.standing.balance,
      cell: line => <Amount value={line.standing.balance} />,
      narrow: 'right',
    },
  ]
}

const side = (which: 'debit' | 'credit', head: string, unit: string | undefined): Column<StatementLine> => ({
  key: which,
  head,
  ...(unit ? { unit } : {}),
  kind: 'number',
  text: line => (line.side === which ? line.inUnit : ''),
  cell: line => {
    if (line.side !== which) return null
    return isPosted(line) ? grouped(line.inUnit) : <span className="second">({grouped(line.inUnit)})</span>
  },
  className: `side-${which}`,
  narrow: 'left',
})

import type { Column } from '../../list/column.ts'
import { Amount } from '../../part/Amount.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { TimeLeft } from '../../part/TimeLeft.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { LedgerHold } from '../../remote/ledger.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { AccountLink } from '../AccountLink.tsx'
import type { ledgerTexts } from '../ledger.texts.ts'
import { TransferLink } from '../TransferLink.tsx'
import { accountName, holdName, holdState, unitName } from '../words.ts'
import type { holdsTexts } from './holds.texts.ts'

type T = Texts<typeof ledgerTexts> & Texts<typeof holdsTexts>

export function holdColumns(t: T, language: Language): Column<LedgerHold>[] {
  return [
    {
      key: 'at',
      head: t.heldAt,
      kind: 'figures',
      className: 'nowrap',
      text: hold => dayAndTime(hold.at),
      narrow: 'title',
    },
    {
      key: 'status',
      head: t.status,
      text: hold => holdName(hold.status, language),
      cell: hold =>
        hold.status === 'pending' ? (
          <TimeLeft until={hold.expiresAt} />
        ) : (
          <StateMark state={holdState[hold.status]}>{holdName(hold.status, language)}</StateMark>
        ),
      narrow: 'mark',
    },
    {
      key: 'from',
      head: t.from,
      text: hold => accountName(hold.debit, language),
      cell: hold => <AccountLink account={hold.debit} />,
      narrow: 'left',
    },
    {
      key: 'to',
      head: t.to,
      text: hold => accountName(hold.credit, language),
      cell: hold => <AccountLink account={hold.credit} />,
      narrow: 'left',
    },
    {
      key: 'amount',
      head: t.amount,
      kind: 'number',
      text: hold => hold.inUnit,
      cell: hold => (
        <>
          <Amount value={hold.inUnit} />
          <span className="unit">{unitName(hold.unit, language)}</span>
        </>
      ),
      narrow: 'right',
    },
    { key: 'why', head: t.why, kind: 'number', text: hold => String(hold.code), narrow: 'off' },
    {
      key: 'ended',
      head: `${t.expires} / ${t.ended}`,
      kind: 'figures',
      className: 'nowrap second',
      text: hold => ended(hold),
      narrow: 'off',
    },
    {
      key: 'id',
      head: t.number,
      text: hold => hold.id,
      cell: hold => <TransferLink id={hold.id} />,
      narrow: 'left',
    },
  ]
}

const ended = ({ resolvedAt, expiresAt }: LedgerHold) =>
  (resolvedAt ?? expiresAt) === undefined ? '' : dayAndTime((resolvedAt ?? expiresAt)!)

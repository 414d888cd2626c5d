import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Listed } from '../../list/Listed.tsx'
import { Table } from '../../list/Table.tsx'
import { usePages } from '../../list/use-pages.ts'
import { Amount } from '../../part/Amount.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { Period } from '../../remote/ledger.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { ledgerTexts } from '../ledger.texts.ts'
import { unitName } from '../words.ts'
import { periodsTexts } from './periods.texts.ts'

interface Props {
  unit: string | undefined
  party: string | undefined
  /** The account whose statement of then each period opens. */
  account?: string
}

/** Closings, each with the moment and the position at which it was known. */
export function PeriodTable({ unit, party, account }: Props) {
  const t = { ...useTexts(ledgerTexts), ...useTexts(periodsTexts) }
  const { language } = useLanguage()
  const periods = usePages(
    'ledger.period.list',
    { unit, party },
    { rows: answer => answer.periods, next: answer => (answer.more ? answer.periods.at(-1)?.id : undefined) },
  )
  return (
    <Listed of={periods} empty={t.nothing}>
      {rows => (
        <Table
          label={t.title}
          columns={periodColumns(t, language, account)}
          rows={rows}
          keyOf={period => period.id}
          testId="periods"
        />
      )}
    </Listed>
  )
}

type T = Texts<typeof ledgerTexts> & Texts<typeof periodsTexts>

function periodColumns(t: T, language: Language, account: string | undefined): Column<Period>[] {
  const opens = (period: Period) =>
    account === undefined || period.knownAt === undefined ? null : (
      <Link
        to="/ledger/accounts/$id"
        params={{ id: account }}
        search={{ asAt: period.upTo, knownAt: period.knownAt }}
        data-row
      >
        {t.statement}
      </Link>
    )
  return [
    {
      key: 'upTo',
      head: t.upTo,
      kind: 'figures',
      className: 'nowrap',
      text: period => dayAndTime(period.upTo),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: period => (period.closedAt ? t.done : t.running),
      cell: period => (
        <StateMark state={period.closedAt ? 'done' : 'runs'}>
          {period.closedAt ? t.done : t.running}
        </StateMark>
      ),
      narrow: 'mark',
    },
    { key: 'unit', head: t.unit, text: period => unitName(period.unit, language), narrow: 'left' },
    {
      key: 'whose',
      head: t.whose,
      text: period => (period.party ? (period.partyName?.[language] ?? period.party) : t.everybody),
    },
    {
      key: 'closedAt',
      head: t.closedAt,
      kind: 'figures',
      className: 'nowrap second',
      text: period => (period.closedAt ? dayAndTime(period.closedAt) : ''),
      narrow: 'off',
    },
    {
      key: 'knownAt',
      head: t.knownAt,
      kind: 'number',
      text: period => String(period.knownAt ?? ''),
      narrow: 'off',
    },
    {
      key: 'accounts',
      head: t.accounts,
      kind: 'number',
      text: period => String(period.accounts ?? ''),
      narrow: 'right',
    },
    total(t.debits, 'debits_posted'),
    total(t.credits, 'credits_posted'),
    ...(account === undefined ? [] : [{ key: 'opens', head: '', text: () => '', cell: opens }]),
  ]
}

const total = (head: string, key: 'debits_posted' | 'credits_posted'): Column<Period> => ({
  key,
  head,
  kind: 'number',
  text: period => period.totals?.[key] ?? '',
  cell: period => <Amount value={period.totals?.[key]} />,
  narrow: 'off',
})

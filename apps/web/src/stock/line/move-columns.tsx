import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Amount } from '../../part/Amount.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { LineHistory } from '../../remote/market.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { nameIn, type StockRules } from '../use-stock.ts'
import type { lineTexts } from './line.texts.ts'
import { RecordOf } from './RecordOf.tsx'

type Move = LineHistory['moves'][number]

interface Of {
  readonly unit: string
  readonly rules: StockRules | undefined
  /** Whether the reader may open the ledger's entries. */
  readonly mayRead: boolean
}

export function moveColumns(
  t: Texts<typeof lineTexts>,
  language: Language,
  { unit, rules, mayRead }: Of,
): Column<Move>[] {
  const paper = (move: Move) =>
    move.paper ? `${nameIn(rules?.paperTypes, move.paper.type, language)} ${move.paper.reference}` : ''
  return [
    {
      key: 'at',
      head: t.at,
      kind: 'figures',
      className: 'nowrap',
      text: move => dayAndTime(move.at),
      narrow: 'title',
    },
    {
      key: 'movement',
      head: t.movement,
      text: move => said(t, language, move),
      cell: move => (
        <>
          {move.movementName[language]}
          {move.kind === 'hold' || move.kind === 'void' || move.kind === 'expiry' ? (
            <span className="unit">{t[move.kind]}</span>
          ) : null}
        </>
      ),
      narrow: 'mark',
    },
    {
      key: 'change',
      head: t.change,
      unit,
      kind: 'number',
      text: move => move.change,
      cell: move => <Amount value={move.change} signed />,
      narrow: 'left',
    },
    {
      key: 'after',
      head: t.after,
      unit,
      kind: 'number',
      text: move => move.onHand,
      cell: move => <Amount value={move.onHand} />,
      narrow: 'right',
    },
    {
      key: 'held',
      head: t.heldAfter,
      unit,
      kind: 'number',
      text: move => move.held,
      cell: move => <Amount value={move.held} />,
      narrow: 'off',
    },
    {
      key: 'record',
      head: t.record,
      text: move => move.record?.kind ?? '',
      cell: move => <RecordOf record={move.record} />,
      narrow: 'left',
    },
    { key: 'reason', head: t.reason, text: move => move.reason ?? '', narrow: 'off' },
    { key: 'paper', head: t.paper, text: paper },
    {
      key: 'transfer',
      head: t.transfer,
      text: move => move.transfer,
      cell: move =>
        mayRead ? (
          <Link to="/ledger/transfers/$id" params={{ id: move.transfer }} className="code nowrap">
            …{move.transfer.slice(-8)}
          </Link>
        ) : (
          <span className="code quiet nowrap">…{move.transfer.slice(-8)}</span>
        ),
      narrow: 'off',
    },
  ]
}

function said(t: Texts<typeof lineTexts>, language: Language, { kind, movementName }: Move): string {
  const how = kind === 'hold' || kind === 'void' || kind === 'expiry' ? ` ${t[kind]}` : ''
  return movementName[language] + how
}

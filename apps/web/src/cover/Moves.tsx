import { Link } from '@tanstack/react-router'
import type { Column } from '../list/column.ts'
import { Table } from '../list/Table.tsx'
import { Amount } from '../part/Amount.tsx'
import { dayAndTime } from '../part/time.ts'
import type { Queries } from '../remote/calls/index.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { coverTexts } from './cover.texts.ts'

type Statement = Queries['customs.guarantee.statement']['answer']
type Move = Statement['moves'][number]

/** What moved a guarantee or a line of a book, each move with what it left. */
export function Moves({ statement, unit }: { statement: Statement; unit: string }) {
  const t = useTexts(coverTexts)
  const columns = useMoveColumns(unit)
  if (statement.moves.length === 0) return <p className="quiet">{t.noMoves}</p>
  return (
    <>
      <p className="second">{t.movesAbout}</p>
      <Table
        label={t.moves}
        columns={columns}
        rows={statement.moves}
        keyOf={move => `${move.transfer} ${move.kind}`}
        testId="moves"
      />
      {statement.more ? <p className="quiet">{t.moreMoves}</p> : null}
    </>
  )
}

function useMoveColumns(unit: string): Column<Move>[] {
  const t = useTexts(coverTexts)
  const { language } = useLanguage()
  const amount = (key: 'change' | 'left' | 'held', signed: boolean): Column<Move> => ({
    key,
    head: t[key],
    unit,
    kind: 'number',
    text: move => move[key],
    cell: move => <Amount value={move[key]} signed={signed} />,
    narrow: key === 'change' ? 'mark' : key === 'left' ? 'left' : 'right',
  })
  return [
    { key: 'at', head: t.at, kind: 'figures', className: 'nowrap', text: move => dayAndTime(move.at) },
    { key: 'what', head: t.what, text: move => move.what[language], narrow: 'title' },
    {
      key: 'list',
      head: t.list,
      kind: 'figures',
      text: move => move.listNo ?? '',
      cell: move =>
        move.declaration ? (
          <Link to="/declarations/$id" params={{ id: move.declaration }} data-row>
            {move.listNo ?? '…'}
            {move.line === undefined ? '' : ` #${move.line}`}
          </Link>
        ) : (
          (move.listNo ?? <span className="quiet">—</span>)
        ),
    },
    amount('change', true),
    amount('left', false),
    amount('held', false),
  ]
}

import type { Column } from '../../list/column.ts'
import { Amount } from '../../part/Amount.tsx'
import { useTexts } from '../../text/language.tsx'
import { coverTexts } from '../cover.texts.ts'
import type { Book } from './BookPage.tsx'
import { bookTexts } from './book.texts.ts'

type Line = Book['lineList'][number]

/** The lines of a book: what they are, how much stands, is held, may go out, is on its way in. */
export function useLineColumns(open: (line: string) => void, here: string | undefined): Column<Line>[] {
  const t = { ...useTexts(coverTexts), ...useTexts(bookTexts) }
  const quantity = (
    key: 'standing' | 'held' | 'left' | 'coming',
    head: string,
    narrow: 'left' | 'right',
  ): Column<Line> => ({
    key,
    head,
    kind: 'number',
    text: line => line[key],
    cell: line => <Amount value={line[key]} />,
    narrow,
  })
  return [
    {
      key: 'recordNo',
      head: t.recordNo,
      kind: 'figures',
      text: line => String(line.recordNo),
      cell: line => (
        <button
          type="button"
          className="plain link figures"
          aria-expanded={line.id === here}
          title={t.openLine}
          onClick={() => open(line.id)}
          data-row
          data-testid={`line-${line.recordNo}`}
        >
          {line.recordNo}
        </button>
      ),
      narrow: 'mark',
    },
    {
      key: 'goods',
      head: t.goods,
      text: line => line.name,
      cell: line => (
        <>
          {line.name}
          <span className="unit">{line.model}</span>
        </>
      ),
      narrow: 'title',
    },
    { key: 'hsCode', head: t.hsCode, kind: 'figures', text: line => line.hsCode },
    { key: 'article', head: t.article, kind: 'code', text: line => line.article ?? '', narrow: 'off' },
    { key: 'origin', head: t.origin, kind: 'figures', text: line => line.origin, narrow: 'off' },
    { key: 'unit', head: t.unit, kind: 'figures', text: line => line.unit, narrow: 'off' },
    quantity('standing', t.standing, 'left'),
    quantity('held', t.held, 'right'),
    quantity('left', t.available, 'left'),
    quantity('coming', t.coming, 'right'),
  ]
}

import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Export } from '../../list/Export.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { usePages } from '../../list/use-pages.ts'
import { StateMark } from '../../part/StateMark.tsx'
import { useTitle } from '../../part/title.ts'
import type { Queries } from '../../remote/calls/index.ts'
import { useTexts } from '../../text/language.tsx'
import { coverTexts } from '../cover.texts.ts'
import { bookTexts } from './book.texts.ts'
import { kindName } from './kind.ts'

type Book = Queries['customs.book.list']['answer']['books'][number]
const limit = 100

/** The bonded books that the reader may see. */
export function BooksPage() {
  const t = { ...useTexts(coverTexts), ...useTexts(bookTexts) }
  useTitle(t.books)
  const books = usePages(
    'customs.book.list',
    { limit },
    { rows: answer => answer.books, next: answer => answer.next },
  )
  const columns = useColumns()
  return (
    <>
      <PageHead
        title={t.books}
        lead={t.lead}
        tools={books.rows?.length ? <Export name={t.books} columns={columns} rows={books.all} /> : null}
      />
      <Listed of={books} empty={t.nothing}>
        {rows => (
          <Table label={t.books} columns={columns} rows={rows} keyOf={book => book.id} testId="books" />
        )}
      </Listed>
    </>
  )
}

function useColumns(): Column<Book>[] {
  const t = { ...useTexts(coverTexts), ...useTexts(bookTexts) }
  return [
    {
      key: 'number',
      head: t.number,
      text: book => book.number,
      cell: book => (
        <Link to="/covers/books/$id" params={{ id: book.id }} className="figures" data-row>
          {book.number}
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: book => (book.isValid ? t.valid : t.invalid),
      cell: book => (
        <StateMark state={book.isValid ? 'done' : 'refused'}>{book.isValid ? t.valid : t.invalid}</StateMark>
      ),
      narrow: 'mark',
    },
    { key: 'firm', head: t.firm, text: book => book.firmName },
    { key: 'kind', head: t.kind, text: book => kindName(t, book.kind), narrow: 'off' },
    { key: 'office', head: t.office, kind: 'figures', text: book => book.office, narrow: 'left' },
    {
      key: 'validity',
      head: t.validity,
      kind: 'figures',
      className: 'nowrap',
      text: book => `${book.from} – ${book.to}`,
    },
    { key: 'lines', head: t.lineCount, kind: 'number', text: book => String(book.lines), narrow: 'right' },
  ]
}

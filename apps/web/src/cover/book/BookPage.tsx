import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Day } from '../../list/Day.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { Asked } from '../../part/Asked.tsx'
import { Fact } from '../../part/Fact.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { useTitle } from '../../part/title.ts'
import { endOfDay } from '../../part/today.ts'
import type { Queries } from '../../remote/calls/index.ts'
import { usePartyNames } from '../../remote/party-names.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { Admitted } from '../Admitted.tsx'
import { coverTexts } from '../cover.texts.ts'
import { Moves } from '../Moves.tsx'
import type { BooksSearch } from '../search.ts'
import { bookTexts } from './book.texts.ts'
import { Counts } from './Counts.tsx'
import { kindName } from './kind.ts'
import { useLineColumns } from './line-columns.tsx'

const route = getRouteApi('/covers/books/$id')
export type Book = Queries['customs.book.read']['answer']
/** Lines of a book shown at once. */
const limit = 500

/** One bonded book: its lines with what may still go out, each opening onto its moves; counts; who may use it. */
export function BookPage() {
  const { id } = route.useParams()
  const { asAt } = route.useSearch()
  const [after, setAfter] = useState<number>()
  const book = useAsk('customs.book.read', { id, after, limit, ...(asAt ? { asAt: endOfDay(asAt) } : {}) })
  return <Asked of={book}>{answer => <Whole book={answer} after={after} goTo={setAfter} />}</Asked>
}

interface Props {
  book: Book
  after: number | undefined
  goTo: (after: number | undefined) => void
}

function Whole({ book, after, goTo }: Props) {
  const t = { ...useTexts(coverTexts), ...useTexts(bookTexts) }
  const { line, asAt } = route.useSearch()
  const change = useFilters<BooksSearch>()
  const open = book.lineList.find(each => each.id === line)
  const columns = useLineColumns(id => change({ line: id === line ? undefined : id }), line)
  return (
    <>
      <Head book={book} />
      <div className="page-head">
        <h2>{t.lines}</h2>
        <Day label={t.asAt} value={asAt} change={day => change({ asAt: day })} />
      </div>
      {asAt ? <p className="remark">{t.asAtAbout(asAt)}</p> : null}
      {book.lineList.length === 0 ? (
        <p className="quiet">{t.noLines}</p>
      ) : (
        <Table
          label={t.lines}
          columns={columns}
          rows={book.lineList}
          keyOf={each => each.id}
          testId="book-lines"
        />
      )}
      {after !== undefined || book.next !== undefined ? (
        <p className="list-more">
          {after !== undefined ? (
            <button type="button" className="button" onClick={() => goTo(undefined)}>
              {t.first}
            </button>
          ) : null}{' '}
          {book.next !== undefined ? (
            <button type="button" className="button" onClick={() => goTo(book.next)}>
              {t.next}
            </button>
          ) : null}
        </p>
      ) : null}
      {open ? <LineMoves line={open} asAt={asAt} /> : null}
      <Counts book={book} />
      <Admitted of="book" id={book.id} owner={book.party} parties={book.admitted} />
    </>
  )
}

function Head({ book }: { book: Book }) {
  const t = { ...useTexts(coverTexts), ...useTexts(bookTexts) }
  const nameOf = usePartyNames()
  useTitle(book.number)
  return (
    <header className="record-head" data-testid="book-head">
      <Link to="/covers/books" data-back className="record-up">
        ← {t.all}
      </Link>
      <h1>
        {book.number}
        <StateMark state={book.isValid ? 'done' : 'refused'}>{book.isValid ? t.valid : t.invalid}</StateMark>
      </h1>
      <dl className="facts">
        <Fact name={t.firm}>
          {book.firmName} <span className="code">{book.firmCode}</span>
        </Fact>
        <Fact name={t.owner}>{nameOf(book.party) ?? book.party}</Fact>
        <Fact name={t.kind}>{kindName(t, book.kind)}</Fact>
        <Fact name={t.office}>{book.office}</Fact>
        {book.zone ? <Fact name={t.zone}>{book.zone}</Fact> : null}
        <Fact name={t.validity}>
          {book.from} – {book.to}
        </Fact>
        <Fact name={t.lineCount}>{book.lines}</Fact>
      </dl>
    </header>
  )
}

function LineMoves({ line, asAt }: { line: Book['lineList'][number]; asAt: string | undefined }) {
  const t = useTexts(bookTexts)
  const statement = useAsk('customs.book.statement', {
    line: line.id,
    limit: 200,
    ...(asAt ? { asAt: endOfDay(asAt) } : {}),
  })
  return (
    <section data-testid="line-moves">
      <h2 className="section">{t.movesOf(line.recordNo, line.name)}</h2>
      <Asked of={statement}>{moves => <Moves statement={moves} unit={line.unit} />}</Asked>
    </section>
  )
}

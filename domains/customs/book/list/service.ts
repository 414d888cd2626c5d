import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { unsafeInScope } from '@tongqu/kernel/db'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { coverRefusals } from '../../cover/refusals.ts'
import { askTurn } from '../../declaration/counter/ask.ts'
import type { Desk, Remake } from '../../declaration/env.ts'
import { partyOf } from '../../declaration/for-party.ts'
import { type Assembled, wrongIn } from '../../declaration/form/assemble.ts'
import { keyOf } from '../../declaration/form/kinds.ts'
import { keepDeclarations } from '../../declaration/keep.ts'
import { declarationRefusals } from '../../declaration/refusals.ts'
import type { DeclarantRow } from '../../declaration/rows.ts'
import { amend } from '../../declaration/service.ts'
import { declarantOf, takeDeclaration, takeNumbers } from '../../declaration/store.ts'
import { findBook, type LineRow, type ListedBook, linesByNumber } from '../store.ts'
import type * as contract from './contract.ts'
import { bondedContent } from './make.ts'
import * as store from './store.ts'

/* Bonded inventory lists: declarations about no order, made of lines of a book. */

export const BONDED_LIST = 'bonded_list'
type Asked = Static<typeof contract.AskedBonded>
type Declared = Static<typeof contract.BondedDeclared>

/** Declares goods into a book or out of it. Where the book has not enough it is a draft, and goes out when it has. */
export async function declareBonded(
  work: UnitOfWork,
  desk: Desk,
  { party: word, ...asked }: Static<typeof contract.DeclareBonded>,
): Promise<Declared | Refusal> {
  const party = await partyOf(work, word)
  if (party === undefined) return declarationRefusals.refuse('declaration.party_needed')
  const declarant = await declarantOf(work.tx, party)
  if (!declarant) return declarationRefusals.refuse('declaration.no_declarant')
  const book = await bookOf(work, asked)
  if (isRefusal(book)) return book
  const day = legalDay(work.now)
  const [number] = (await takeNumbers(work.tx, day, 1)) as [string]
  const assembled = await assembledOf(work, desk, { number, asked, declarant, ...book })
  const [kept] = await keepDeclarations(work, desk, day, [
    {
      number,
      party,
      account: work.actor.account,
      of: undefined,
      mode: asked.mode,
      form: BONDED_LIST,
      direction: asked.direction === 'in' ? 'import' : 'export',
      assembled,
    },
  ])
  const { id, isDraft } = kept!
  await store.addBondedList(work.tx, { declaration: id, party, book: book.book.id, asked })
  work.emit({
    type: 'customs.bonded.declared',
    record: `customs.declaration/${id}`,
    data: { number, book: asked.book, direction: asked.direction, lines: asked.lines.length },
  })
  await askTurn(work)
  return { id, number, isDraft }
}

interface Book {
  readonly book: ListedBook
  readonly lines: ReadonlyMap<number, LineRow>
}

/** The book with the lines that are named; who may not draw on it does not see it. */
async function bookOf(work: UnitOfWork, { book: number, lines }: Asked): Promise<Book | Refusal> {
  const id = await store.bookNumbered(work.tx, number)
  const book = id === undefined ? undefined : await findBook(work.tx, id)
  if (!book) return coverRefusals.refuse('book.not_found', {}, '/book')
  const rows = await linesByNumber(
    work.tx,
    book.id,
    lines.map(line => line.recordNo),
  )
  const found = new Map(rows.map(row => [row.record_no, row]))
  const missing = lines.findIndex(line => !found.has(line.recordNo))
  if (missing >= 0)
    return coverRefusals.refuse(
      'book.line_not_found',
      { record: lines[missing]!.recordNo },
      `/lines/${missing}/recordNo`,
    )
  return { book, lines: found }
}

async function assembledOf(
  work: UnitOfWork,
  desk: Desk,
  of: Book & { readonly number: string; readonly asked: Asked; readonly declarant: DeclarantRow },
): Promise<Assembled> {
  const content = bondedContent(of.number, of.book, of.lines, of.asked)
  const day = legalDay(work.now)
  const judging = { day, conditions: desk.conditions(day) }
  const codes = await desk.codes(work.tx, day)
  const wrong = wrongIn('INV101', content, { profile: of.declarant.profile, codes }, judging)
  return {
    records: [{ kind: 'INV101', role: 'list', key: keyOf('INV101', content), content }],
    byOthers: [],
    missing: [],
    wrong,
    mismatches: [],
  }
}

/** Makes a list anew from what was asked, with the book as it is now. */
export function remakeBonded(desk: Desk): Remake {
  return async (work, { declaration, declarant }) => {
    const asked = await store.askedOf(work.tx, declaration.id)
    if (!asked) return coverRefusals.refuse('book.not_found')
    const book = await bookOf(work, asked)
    return isRefusal(book)
      ? book
      : assembledOf(work, desk, { number: declaration.number, asked, declarant, ...book })
  }
}

/** Corrects a list that is a draft or was rejected, and declares it again. */
export async function correctBonded(
  work: UnitOfWork,
  desk: Desk,
  { id, ...asked }: Static<typeof contract.CorrectBonded>,
): Promise<Declared | Refusal> {
  const declaration = await takeDeclaration(work.tx, id)
  if (!declaration || declaration.form !== BONDED_LIST)
    return declarationRefusals.refuse('declaration.not_found', { id }, '/id')
  const book = await bookOf(work, asked)
  if (isRefusal(book)) return book
  const { id: found, party_id: party, number } = declaration
  await store.addBondedList(work.tx, { declaration: found, party, book: book.book.id, asked })
  const done = await amend(work, desk, { id: found })
  if (isRefusal(done)) return done
  const after = await unsafeInScope(work.tx, 'audit', () =>
    work.tx.query<{ state: string }>('select state from customs.declaration where id = $1', [found]),
  )
  return { id: found, number, isDraft: after[0]!.state === 'draft' }
}

import type { Tx } from '@tongqu/kernel/db'
import { accountsNow, availableOn, type StandingAccount } from '@tongqu/ledger'
import { booksNamed, type FoundBook, type FoundLine, linesNamed } from '../book/find.ts'
import { type FoundGuarantee, guaranteesNamed } from '../guarantee/find.ts'
import type { Covered } from './covered.ts'
import { Room } from './room.ts'
import { coversOf } from './store.ts'
import type { Want } from './want.ts'

/** Everything that a batch of declarations draws on, read at once; its accounts are locked until the transaction ends. */
export interface Seen {
  readonly guarantees: readonly FoundGuarantee[]
  readonly books: ReadonlyMap<string, FoundBook>
  /** Lines by book and number. */
  readonly lines: ReadonlyMap<string, FoundLine>
  readonly lineById: ReadonlyMap<string, FoundLine>
  /** `cover party` of those who may draw. */
  readonly admitted: ReadonlySet<string>
  /** What the declarations have already, by declaration, kind and line. */
  readonly covers: ReadonlyMap<string, Covered>
  readonly room: Room
}

export const lineName = (book: string, recordNo: number) => `${book} ${recordNo}`
export const coverName = (declaration: string, kind: string, line: number) => `${declaration} ${kind} ${line}`

/** How much may still come into a line stands in the room under a name of its own. */
export const mostName = (line: string) => `${line} most`

/** A book's line by the number that a list writes: `7`, `007`. */
export const recordNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

/** @returns undefined where nothing that is named is kept here, and nothing was before */
export async function look(tx: Tx, wants: readonly Want[]): Promise<Seen | undefined> {
  const named = new Map(
    wants.flatMap(({ guarantee }) =>
      guarantee ? [[`${guarantee.code} ${guarantee.office}`, guarantee]] : [],
    ),
  )
  const guarantees = named.size === 0 ? [] : await guaranteesNamed(tx, [...named.values()])
  const numbers = new Set(wants.flatMap(({ book }) => (book ? [book.number] : [])))
  const found = numbers.size === 0 ? [] : await booksNamed(tx, [...numbers])
  const books = new Map(found.map(book => [book.number, book]))
  const covers = await coversOf(
    tx,
    wants.map(want => want.declaration),
  )
  if (guarantees.length + books.size + covers.length === 0) return undefined
  const lines = await linesOf(tx, wants, books)
  const room = await lockedRoom(
    tx,
    [
      ...guarantees.map(each => ({ cover: each.id, against: each.due_account, isIn: false })),
      ...[...lines.values()].flatMap(each => [
        { cover: each.id, against: each.out_account, isIn: false },
        { cover: each.id, against: each.in_account, isIn: true },
      ]),
      ...covers,
    ],
    [...lines.values()],
  )
  return {
    guarantees,
    books,
    lines,
    admitted: await admittedTo(
      tx,
      [...guarantees, ...found].map(each => each.id),
    ),
    covers: new Map(covers.map(each => [coverName(each.declaration, each.kind, each.line), each])),
    lineById: new Map([...lines.values()].map(each => [each.id, each])),
    room,
  }
}

async function linesOf(tx: Tx, wants: readonly Want[], books: ReadonlyMap<string, FoundBook>) {
  const named = new Map<string, { book: string; recordNo: number }>()
  for (const { book } of wants) {
    const id = book && books.get(book.number)?.id
    if (!id) continue
    for (const { recordNo } of book.lines) {
      const one = { book: id, recordNo: recordNumber(recordNo) }
      named.set(lineName(id, one.recordNo), one)
    }
  }
  const rows = named.size === 0 ? [] : await linesNamed(tx, [...named.values()])
  return new Map(rows.map(row => [lineName(row.book_id, row.record_no), row]))
}

/**
 * Locks the accounts of covers, all at once and in order of id as the ledger does, and says what is left of them. What
 * stands against goods that came in has no bounds: it is the world outside.
 */
export async function lockedRoom(
  tx: Tx,
  covers: readonly Pick<Covered, 'cover' | 'against' | 'isIn'>[],
  lines: readonly FoundLine[] = [],
): Promise<Room> {
  const outside = new Set(covers.flatMap(each => (each.isIn ? [each.against] : [])))
  const ids = [...new Set(covers.flatMap(each => [each.cover, each.against]))]
  const standing = await accountsNow(tx, ids, true)
  const bounded = [...standing].filter(([id]) => !outside.has(id))
  const left = new Map(bounded.map(([id, each]) => [id, availableOn(each)]))
  for (const { id, most } of lines) {
    const account = standing.get(id)
    if (account && most !== null) left.set(mostName(id), BigInt(most) - comingTo(account))
  }
  return new Room(left)
}

/** What stands in a line and what is on its way in. */
const comingTo = ({ credits_posted, credits_pending, debits_posted }: StandingAccount) =>
  credits_posted + credits_pending - debits_posted

async function admittedTo(tx: Tx, covers: readonly string[]): Promise<Set<string>> {
  if (covers.length === 0) return new Set()
  const rows = await tx.query<{ cover_id: string; party_id: string }>(
    'select cover_id, party_id from customs.cover_party where cover_id = any($1) and to_at is null',
    [covers],
  )
  return new Set(rows.map(row => `${row.cover_id} ${row.party_id}`))
}

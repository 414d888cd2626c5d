import type { NewTransfer } from '@tongqu/ledger'
import { QUANTITY_SCALE } from '../book/chart.ts'
import type { FoundBook, FoundLine } from '../book/find.ts'
import { CNY } from '../guarantee/chart.ts'
import type { Covered } from './covered.ts'
import { inWhole, pieces, yuan } from './decimal.ts'
import { coverName, lineName, mostName, recordNumber, type Seen } from './look.ts'
import { movesTo } from './moves.ts'
import type { BookLineWant, BookWant, GuaranteeWant, Shortfall, Want } from './want.ts'

/** What comes of one declaration: it is covered, or it lacks something and nothing of it moves. */
export type Decided =
  | { readonly transfers: readonly NewTransfer[]; readonly covers: readonly Covered[] }
  | {
      readonly shortfalls: readonly Shortfall[]
      /** What it waits for; undefined: more of it would not help. */
      readonly waitsFor: string | undefined
    }

/** Something that a declaration draws on, found and to be held. */
interface Draw {
  readonly cover: Omit<Covered, 'toHold' | 'toPost' | 'held' | 'posted' | 'hold'>
}
interface Lack {
  readonly shortfall: Shortfall
  readonly waitsFor?: string
}
const isLack = (one: Draw | Lack): one is Lack => 'shortfall' in one

/** Decides one declaration after the other; each takes of the room that those before it have left. Pure. */
export function decideCover(want: Want, seen: Seen, day: string, newId: () => string): Decided {
  let outcome: Decided = { transfers: [], covers: [] }
  seen.room.trial(() => {
    outcome = drawAll(want, seen, day, newId)
    return 'covers' in outcome
  })
  return outcome
}

function drawAll(want: Want, seen: Seen, day: string, newId: () => string): Decided {
  const draws = [
    ...(want.guarantee ? guaranteeDraw(want, want.guarantee, seen, day) : []),
    ...(want.book ? bookDraws(want, want.book, seen, day) : []),
  ]
  const lacks = draws.filter(isLack)
  const transfers: NewTransfer[] = []
  const covers: Covered[] = []
  for (const { cover } of draws.filter((each): each is Draw => !isLack(each))) {
    const before = seen.covers.get(coverName(cover.declaration, cover.kind, cover.line))
    const start = before?.cover === cover.cover && before.isIn === cover.isIn ? before : undefined
    if (before && !start) transfers.push(...movesTo(before, NOTHING, seen.room, newId).transfers)
    const fresh = { ...cover, ...NOTHING, held: 0n, posted: start?.posted ?? 0n, hold: start?.hold }
    const from = { ...fresh, held: start?.held ?? 0n }
    const wide = roomFor(from, seen)
    if (wide < cover.asked) lacks.push(lackOf(want, cover, wide, seen))
    // What a tax bill has called upon stays so; goods are declared anew.
    const toPost = cover.kind === 'guarantee' ? (start?.toPost ?? 0n) : 0n
    const moved = movesTo(from, { toHold: cover.asked, toPost }, seen.room, newId)
    if (cover.isIn) seen.room.add(mostName(cover.cover), from.held + from.posted - cover.asked)
    transfers.push(...moved.transfers)
    covers.push(moved.covered)
  }
  const [first] = lacks
  if (!first) return { transfers, covers }
  const waiting = lacks.map(each => each.waitsFor).find(each => each !== undefined)
  const isHelped = lacks.every(each => each.waitsFor !== undefined)
  return { shortfalls: lacks.map(each => each.shortfall), waitsFor: isHelped ? waiting : undefined }
}

const NOTHING = { toHold: 0n, toPost: 0n }

/** How much of a cover can be had, with what the declaration has of it already. */
const roomFor = ({ cover, isIn, held, posted }: Covered, { room }: Seen): bigint =>
  room.of(isIn ? mostName(cover) : cover) + held + posted

function lackOf(want: Want, cover: Draw['cover'], wide: bigint, seen: Seen): Lack {
  const { message } = want
  const left = wide > 0n ? wide : 0n
  if (cover.kind === 'guarantee') {
    const { number } = seen.guarantees.find(each => each.id === cover.cover)!
    const params = { number, left: yuan(left), needed: yuan(cover.asked), missing: yuan(cover.asked - left) }
    const element = 'InventoryHead.assureCode'
    return { shortfall: { code: 'guarantee.short', message, element, params }, waitsFor: cover.cover }
  }
  const line = seen.lineById.get(cover.cover)!
  const shown = (amount: bigint) => inWhole(amount, QUANTITY_SCALE)
  const of = { book: want.book!.number, record: String(line.record_no), missing: shown(cover.asked - left) }
  const place = { message, element: recordElement(message), line: cover.line }
  return cover.isIn
    ? { shortfall: { code: 'book.over_most', ...place, params: { ...of, most: shown(BigInt(line.most!)) } } }
    : {
        shortfall: {
          code: 'book.short',
          ...place,
          params: { ...of, left: shown(left), needed: shown(cover.asked) },
        },
        waitsFor: cover.cover,
      }
}

const recordElement = (message: string) =>
  message === 'INV101' ? 'InvtListType.PutrecSeqno' : 'InventoryList.itemRecordNo'

function guaranteeDraw(
  { declaration, party, message }: Want,
  { code, office, amount }: GuaranteeWant,
  seen: Seen,
  day: string,
): (Draw | Lack)[] {
  const kept = seen.guarantees.filter(each => each.code === code && each.office === office)
  if (kept.length === 0) return []
  // Where no tax is due there is nothing to guarantee.
  const lack = (of: 'not_valid' | 'not_admitted'): Lack[] =>
    amount === 0n
      ? []
      : [
          {
            shortfall: {
              code: `guarantee.${of}`,
              message,
              element: 'InventoryHead.assureCode',
              params: { code, office },
            },
          },
        ]
  const open = kept.filter(each => each.party_id === party || seen.admitted.has(`${each.id} ${party}`))
  if (open.length === 0) return lack('not_admitted')
  const valid = open.filter(each => each.from_day <= day && day <= each.to_day)
  if (valid.length === 0) return lack('not_valid')
  const before = seen.covers.get(coverName(declaration, 'guarantee', 0))
  const had = (id: string) => (before?.cover === id ? before.held + before.posted : 0n)
  const left = (id: string) => seen.room.of(id) + had(id)
  const widest = valid.reduce((most, each) => (left(each.id) > left(most.id) ? each : most))
  const chosen =
    valid.find(each => had(each.id) > 0n && left(each.id) >= amount) ??
    valid.find(each => left(each.id) >= amount) ??
    widest
  return [
    {
      cover: {
        declaration,
        party,
        owner: chosen.party_id,
        kind: 'guarantee',
        cover: chosen.id,
        against: chosen.due_account,
        isIn: false,
        line: 0,
        ledger: CNY,
        asked: amount,
      },
    },
  ]
}

function bookDraws(want: Want, asked: BookWant, seen: Seen, day: string): (Draw | Lack)[] {
  const book = seen.books.get(asked.number)
  if (!book) return []
  const params = { book: asked.number }
  const element = want.message === 'INV101' ? 'InvtHeadType.PutrecNo' : 'InventoryHead.emsNo'
  const lack = (of: 'not_valid' | 'not_admitted'): Lack[] => [
    { shortfall: { code: `book.${of}`, message: want.message, element, params } },
  ]
  if (book.party_id !== want.party && !seen.admitted.has(`${book.id} ${want.party}`))
    return lack('not_admitted')
  if (day < book.from_day || day > book.to_day) return lack('not_valid')
  return asked.lines.map(line => lineDraw(want, asked, book, line, seen))
}

function lineDraw(want: Want, asked: BookWant, book: FoundBook, line: BookLineWant, seen: Seen): Draw | Lack {
  const found = seen.lines.get(lineName(book.id, recordNumber(line.recordNo)))
  const of = { book: book.number, record: line.recordNo }
  const lack = (code: Shortfall['code'], params: Shortfall['params']): Lack => ({
    shortfall: { code, message: want.message, element: recordElement(want.message), line: line.line, params },
  })
  if (!found) return lack('book.no_such_line', of)
  if (found.unit !== line.unit) return lack('book.other_unit', { ...of, unit: found.unit, asked: line.unit })
  if (!isSameGoods(found, line))
    return lack('book.other_goods', { ...of, hsCode: found.hs_code, asked: line.hsCode })
  const amount = pieces(line.qty, QUANTITY_SCALE)
  if (amount === undefined) return lack('book.too_fine', { ...of, qty: line.qty })
  const { declaration, party } = want
  const against = asked.isIn ? found.in_account : found.out_account
  return {
    cover: {
      declaration,
      party,
      owner: book.party_id,
      kind: 'book',
      cover: found.id,
      against,
      isIn: asked.isIn,
      line: line.line,
      ledger: found.ledger,
      asked: amount,
    },
  }
}

/** Older books know goods by eight digits. */
function isSameGoods({ hs_code }: FoundLine, { hsCode }: BookLineWant): boolean {
  const digits = Math.min(hs_code.length, hsCode.length)
  return hs_code.slice(0, digits) === hsCode.slice(0, digits)
}

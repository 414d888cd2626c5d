import { closed, Id, Instant } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { AdmitTo, Admitted, AskMoves, Moves, Reason } from '../guarantee/contract.ts'

/** What callers see of bonded books: schemas only. Quantities are decimals as text, in the line's declared unit. */

const Quantity = Type.String({ pattern: '^\\d{1,14}(\\.\\d{1,5})?$' })
const QuantityShown = Type.String({ pattern: '^-?\\d{1,14}(\\.\\d{1,5})?$' })
const Day = Type.String({ format: 'legal-day', description: 'ISO day, Asia/Shanghai' })
const Unit = Type.String({ pattern: '^\\d{3}$', description: 'customs code of the unit of measure' })
const Code = Type.String({ minLength: 1, maxLength: 30 })
const paging = {
  after: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}

export const RegisterBook = closed({
  party: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'party by id, name or credit code; absent: one’s own',
    }),
  ),
  /** emsNo, PutrecNo. */
  number: Type.String({ pattern: '^[0-9A-Z]{5,30}$' }),
  /** Of the rule customs.book.kinds: book, handbook. */
  kind: Code,
  /** Of the rule customs.book.systems (SysId). */
  system: Code,
  office: Type.String({ pattern: '^[0-9A-Z]{4}$' }),
  /** The firm in the zone: customs code, credit code, name. */
  firmCode: Type.String({ pattern: '^[0-9A-Z]{10}$' }),
  firmCreditCode: Type.String({ pattern: '^[0-9A-Z]{18}$' }),
  firmName: Type.String({ minLength: 1, maxLength: 100 }),
  zone: Type.Optional(Type.String({ maxLength: 100 })),
  from: Day,
  to: Day,
})

export const Book = closed({
  id: Id,
  party: Id,
  number: Type.String(),
  kind: Type.String(),
  system: Type.String(),
  office: Type.String(),
  firmCode: Type.String(),
  firmCreditCode: Type.String(),
  firmName: Type.String(),
  zone: Type.Optional(Type.String()),
  from: Type.String(),
  to: Type.String(),
  isValid: Type.Boolean(),
  lines: Type.Integer(),
})
export const ListBooks = closed({ ...paging })
export const BookList = closed({ books: Type.Array(Book), next: Type.Optional(Id) })

export const NewLine = closed({
  /** Number of the line in the book (itemRecordNo, PutrecSeqno). */
  recordNo: Type.Integer({ minimum: 1, maximum: 999_999_999 }),
  /** The firm's own number of the article (GdsMtno). */
  article: Type.Optional(Type.String({ maxLength: 32 })),
  hsCode: Type.String({ pattern: '^\\d{8}(\\d{2})?$' }),
  name: Type.String({ minLength: 1, maxLength: 250 }),
  model: Type.String({ minLength: 1, maxLength: 250 }),
  unit: Unit,
  unit1: Unit,
  unit2: Type.Optional(Unit),
  /** Country of origin as the book has it: three letters (JPN), or the customs’ older three digits. */
  origin: Type.String({ pattern: '^[0-9A-Z]{3}$' }),
  /** The most that may stand in it; absent: the book sets none. */
  most: Type.Optional(Quantity),
  /** What stands in it when it is registered. */
  opening: Type.Optional(Quantity),
})
export const AddLines = closed({ book: Id, lines: Type.Array(NewLine, { minItems: 1, maxItems: 500 }) })
export const Added = closed({ book: Id, lines: Type.Array(closed({ id: Id, recordNo: Type.Integer() })) })

export const BookLine = closed({
  id: Id,
  recordNo: Type.Integer(),
  article: Type.Optional(Type.String()),
  hsCode: Type.String(),
  name: Type.String(),
  model: Type.String(),
  unit: Type.String(),
  unit1: Type.String(),
  unit2: Type.Optional(Type.String()),
  origin: Type.String(),
  most: Type.Optional(QuantityShown),
  /** What stands in the book; what of it lists under way hold; what may still go out; what is on its way in. */
  standing: QuantityShown,
  held: QuantityShown,
  left: QuantityShown,
  coming: QuantityShown,
})
export const ReadBook = closed({
  id: Id,
  asAt: Type.Optional(Instant),
  knownAt: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Goes on after this number of a line. */
  after: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
})
export const BookRead = closed({
  ...Book.properties,
  admitted: Type.Array(Id),
  lineList: Type.Array(BookLine),
  next: Type.Optional(Type.Integer()),
})
export const BookStatement = closed({ line: Id, ...AskMoves })
export const AdmitToBook = AdmitTo
export const AdmittedToBook = Admitted
export const BookMoves = Moves

export const CountBook = closed({
  book: Id,
  reason: Reason,
  /** The paper that the count is by: a notice of the customs, a stocktaking report. */
  paper: Type.String({ minLength: 1, maxLength: 100 }),
  lines: Type.Array(closed({ recordNo: Type.Integer({ minimum: 1 }), counted: Quantity }), {
    minItems: 1,
    maxItems: 500,
  }),
})
export const BookCount = closed({
  id: Id,
  book: Id,
  state: Type.String(),
  reason: Type.String(),
  paper: Type.String(),
  at: Type.String(),
  endedAt: Type.Optional(Type.String()),
  endedReason: Type.Optional(Type.String()),
  lines: Type.Array(
    closed({
      recordNo: Type.Integer(),
      expected: QuantityShown,
      counted: QuantityShown,
      difference: QuantityShown,
    }),
  ),
})
export const EndCount = closed({ id: Id, reason: Type.Optional(Reason) })
export const ListCounts = closed({ book: Id, ...paging })
export const CountList = closed({ counts: Type.Array(BookCount), next: Type.Optional(Id) })

import { Type } from 'typebox'

/** What a declaration rests on, as its reader sees it. */
export const Coverage = Type.Object({
  kind: Type.Union([Type.Literal('guarantee'), Type.Literal('book')]),
  /** The guarantor's code, or the book's number, as the declaration names it. */
  number: Type.String(),
  /**
   * not_kept_here: it is kept elsewhere, and nothing is held; held; called: by a payment order; written_off: of a book;
   * short: less is held than a tax bill asks for; free: nothing is held any more.
   */
  state: Type.String(),
  line: Type.Optional(Type.Integer()),
  /** Decimals: CNY, or the line's declared unit. */
  asked: Type.Optional(Type.String()),
  held: Type.Optional(Type.String()),
  posted: Type.Optional(Type.String()),
  /** What of it could not be held. */
  missing: Type.Optional(Type.String()),
})

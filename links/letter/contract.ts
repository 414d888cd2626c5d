import { type Static, Type } from 'typebox'

/** Texts for people, Chinese and English. */
const TextSchema = Type.Object(
  { zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
)

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const UnitId = Type.String({ pattern: '^[a-z]+(-[a-z]+)*$' })
const SectionId = Type.String({ minLength: 1 })

/** What a row is at its heart. */
const Kind = Type.Union([
  Type.Literal('register'),
  Type.Literal('case'),
  Type.Literal('transaction'),
  Type.Literal('computation'),
  Type.Literal('exchange'),
])

const Engine = Type.Union([
  Type.Literal('register'),
  Type.Literal('case'),
  Type.Literal('rules'),
  Type.Literal('score'),
  Type.Literal('ledger'),
  Type.Literal('slots'),
  Type.Literal('geo'),
  Type.Literal('sense'),
  Type.Literal('match'),
  Type.Literal('exchange'),
])

const Head = Type.Object(
  {
    title: TextSchema,
    about: TextSchema,
    number: Type.String(),
    /** The unit that wrote it. */
    author: UnitId,
    dated: Day,
    published: Day,
    /** The day for which the letter gives its figures. */
    figuresAsAt: Day,
  },
  { additionalProperties: false },
)

const Unit = Type.Object(
  { id: UnitId, zh: Type.String(), en: Type.String() },
  { additionalProperties: false },
)

const Section = Type.Object(
  { id: SectionId, in: Type.Optional(SectionId), zh: Type.String(), en: Type.String() },
  { additionalProperties: false },
)

const rowFields = {
  row: Type.Integer({ minimum: 1 }),
  section: SectionId,
  /** The unit that answers for the row. */
  unit: UnitId,
  /** Units that handle it together with that one. */
  with: Type.Optional(Type.Array(UnitId)),
  title: TextSchema,
  /** The letter's own figure; absent where it gives none. */
  figure: Type.Optional(TextSchema),
  /** What the row does for its users. */
  does: TextSchema,
  kind: Kind,
  engines: Type.Array(Engine, { minItems: 1 }),
}

/** A pack's letter.yaml: no state stands in it. */
export const LetterFileSchema = Type.Object(
  {
    letter: Head,
    units: Type.Array(Unit),
    sections: Type.Array(Section),
    rows: Type.Array(Type.Object(rowFields, { additionalProperties: false })),
  },
  { additionalProperties: false },
)

/** Whether the product serves a row: not at all, a part of it, or the whole. */
export const RowStateSchema = Type.Union([Type.Literal('none'), Type.Literal('part'), Type.Literal('whole')])

const Serving = Type.Object({
  /** Name of the query that answers. */
  query: Type.String(),
  /** Address of the page in the console. */
  page: Type.String(),
  part: Type.Optional(TextSchema),
})

/** The letter with each row's state. */
export const LetterSchema = Type.Object({
  letter: Head,
  units: Type.Array(Unit),
  sections: Type.Array(Section),
  rows: Type.Array(Type.Object({ ...rowFields, state: RowStateSchema, servedBy: Type.Array(Serving) })),
  /** How many rows are in each state. */
  counts: Type.Object({ none: Type.Integer(), part: Type.Integer(), whole: Type.Integer() }),
})

export type LetterFile = Static<typeof LetterFileSchema>
export type LetterRow = LetterFile['rows'][number]
export type RowState = Static<typeof RowStateSchema>
export type Letter = Static<typeof LetterSchema>

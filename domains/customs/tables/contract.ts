import { Type } from 'typebox'

/** What callers see of tables: schemas only. */
const Text = Type.Object({ zh: Type.String(), en: Type.String() })
const Day = Type.String({ format: 'legal-day' })
const Name = Type.String({ minLength: 1, maxLength: 60, description: '"tariff", "codes.units" …' })
const Count = Type.Integer()

/** "tariff", "rates", "codes" for the code table that the file is named after, or a table's own name ("units"). */
const ImportedTable = Type.String({ maxLength: 60 })
const EditionName = Type.String({
  minLength: 1,
  maxLength: 60,
  description: 'what people call this edition: 2026',
})
const Year = Type.Integer({ minimum: 1950, maximum: 2100 })
const Source = Type.String({ minLength: 1, maxLength: 300, description: 'who issued it, under what number' })
const FirstDay = Type.String({ format: 'legal-day', description: 'first legal day it speaks for' })

export const ImportOptions = {
  table: ImportedTable,
  edition: Type.Optional(EditionName),
  year: Type.Optional(Year),
  source: Type.Optional(Source),
  from: Type.Optional(FirstDay),
}

const Rejected = Type.Object({ place: Type.String(), code: Type.String(), text: Text })

export const ImportReport = Type.Object({
  id: Type.String(),
  register: Type.String(),
  edition: Type.String(),
  rows: Count,
  added: Count,
  ended: Count,
  unchanged: Count,
  rejected: Type.Array(Rejected),
})

/** How a file of the table is taken: whole from a day on, with days of its own, or added to what is there. */
const Takes = Type.Union([Type.Literal('edition'), Type.Literal('history'), Type.Literal('addition')])

export const TableList = Type.Object({
  tables: Type.Array(
    Type.Object({
      table: Type.String(),
      edition: Type.String(),
      year: Type.Union([Type.Integer(), Type.Null()]),
      source: Type.String(),
      from: Type.String(),
      importedAt: Type.String(),
      knownSince: Type.Union([Type.Integer(), Type.Null()]),
      rows: Count,
      rejected: Count,
      /** Who took it in, where the reader may know; absent: it came with the house, or is not told. */
      by: Type.Optional(Text),
    }),
  ),
  /** Every table that can be loaded. */
  known: Type.Array(Type.Object({ table: Type.String(), takes: Takes })),
})

const Column = Type.Object({
  name: Type.String(),
  label: Text,
  kind: Type.String(),
  needed: Type.Boolean(),
  isKey: Type.Boolean(),
  isRare: Type.Boolean(),
  choices: Type.Optional(
    Type.Array(Type.Object({ value: Type.String(), zh: Type.String(), en: Type.String() })),
  ),
})

/** An edition that was taken in, or the correction of one entry. */
const Batch = Type.Object({
  batch: Type.String(),
  edition: Type.String(),
  year: Type.Union([Type.Integer(), Type.Null()]),
  source: Type.String(),
  from: Type.String(),
  importedAt: Type.String(),
  by: Type.Optional(Text),
  rows: Count,
  added: Count,
  ended: Count,
  rejected: Count,
  /** Of a correction: the entry, and why. */
  entry: Type.Optional(Type.String()),
  reason: Type.Optional(Type.String()),
})

export const TableName = Type.Object({ table: Name }, { additionalProperties: false })
export const TableInfo = Type.Object({
  table: Type.String(),
  takes: Takes,
  columns: Type.Array(Column),
  batches: Type.Array(Batch),
})

/** As it stood: true on a day, as believed after a batch. */
const Standing = {
  date: Type.Optional(Day),
  known: Type.Optional(Type.String({ format: 'uuid', description: 'as believed after this batch' })),
}
const Page = {
  after: Type.Optional(Type.String({ maxLength: 1000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
}

export const ListRows = Type.Object(
  {
    table: Name,
    ...Standing,
    search: Type.Optional(Type.String({ maxLength: 100 })),
    order: Type.Optional(Type.Union([Type.Literal('key'), Type.Literal('name')])),
    ...Page,
  },
  { additionalProperties: false },
)
const Cells = Type.Record(Type.String(), Type.String())
const Row = Type.Object({
  key: Type.String(),
  from: Type.String(),
  to: Type.Union([Type.String(), Type.Null()]),
  cells: Cells,
})
export const RowList = Type.Object({
  date: Type.String(),
  rows: Type.Array(Row),
  /** How many there are in all; with the first page only. */
  total: Type.Optional(Count),
  next: Type.Optional(Type.String()),
})

export const RowKey = Type.Object(
  { table: Name, key: Type.String({ minLength: 1, maxLength: 100 }) },
  { additionalProperties: false },
)
const Told = Type.Object({
  edition: Type.String(),
  source: Type.String(),
  importedAt: Type.String(),
  by: Type.Optional(Text),
  reason: Type.Optional(Type.String()),
})
export const RowVersions = Type.Object({
  key: Type.String(),
  /** Names the state of the entry: whoever changes it says which one they saw. */
  version: Type.String(),
  versions: Type.Array(
    Type.Object({
      from: Type.String(),
      to: Type.Union([Type.String(), Type.Null()]),
      cells: Cells,
      /** Where the row states a source of its own. */
      source: Type.Optional(Type.String()),
      since: Told,
      /** By what it ended; absent: it is believed now. */
      until: Type.Optional(Told),
    }),
  ),
})

export const CompareRows = Type.Object(
  {
    table: Name,
    date: Day,
    known: Type.Optional(Type.String({ format: 'uuid' })),
    toDate: Day,
    toKnown: Type.Optional(Type.String({ format: 'uuid' })),
    kind: Type.Optional(Type.Union([Type.Literal('added'), Type.Literal('changed'), Type.Literal('ended')])),
    ...Page,
  },
  { additionalProperties: false },
)
const Side = Type.Object({
  from: Type.String(),
  to: Type.Union([Type.String(), Type.Null()]),
  cells: Cells,
  source: Type.Optional(Type.String()),
})
const Change = Type.Object({
  kind: Type.Union([Type.Literal('added'), Type.Literal('changed'), Type.Literal('ended')]),
  key: Type.String(),
  before: Type.Optional(Side),
  after: Type.Optional(Side),
})
export const RowChanges = Type.Object({
  counts: Type.Object({ added: Count, changed: Count, ended: Count }),
  changes: Type.Array(Change),
  next: Type.Optional(Type.String()),
})

export const EditEntry = Type.Object(
  {
    table: Name,
    key: Type.Optional(Type.String({ maxLength: 100, description: 'absent: a new entry' })),
    version: Type.Optional(Type.String({ maxLength: 60, description: 'what the editor saw' })),
    /** Cells by column; absent: the entry is not true on these days. */
    cells: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 2000 }))),
    from: Day,
    to: Type.Optional(Day),
    source: Type.String({ minLength: 1, maxLength: 300 }),
    reason: Type.String({ minLength: 4, maxLength: 500 }),
  },
  { additionalProperties: false },
)
export const EntryEdited = Type.Object({ key: Type.String(), version: Type.String() })

/** waiting → checking → checked → publishing → published; refused, cancelled or failed instead. */
export const ImportState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('checking'),
  Type.Literal('checked'),
  Type.Literal('publishing'),
  Type.Literal('published'),
  Type.Literal('refused'),
  Type.Literal('cancelled'),
  Type.Literal('failed'),
])
export const TableImport = Type.Object({
  id: Type.String(),
  table: Type.String(),
  takes: Takes,
  name: Type.String(),
  state: ImportState,
  /** How far it is, from 0 to 100. */
  percent: Count,
  from: Type.Optional(Type.String()),
  edition: Type.Optional(Type.String()),
  createdAt: Type.String(),
  by: Type.Optional(Text),
  failure: Type.Optional(Type.Object({ code: Type.String(), text: Text })),
  /** Somebody published meanwhile: it was checked again against what stands now. */
  isAgain: Type.Boolean(),
  preview: Type.Optional(
    Type.Object({
      rows: Count,
      refusedRows: Count,
      refused: Type.Array(Rejected),
      noted: Count,
      added: Count,
      changed: Count,
      ended: Count,
      unchanged: Count,
      samples: Type.Array(Change),
    }),
  ),
})
export const BeginImport = Type.Object(
  {
    file: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SM3 of a stored file' }),
    table: ImportedTable,
    from: Type.Optional(FirstDay),
  },
  { additionalProperties: false },
)
export const PublishImport = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    edition: EditionName,
    year: Type.Optional(Year),
    source: Source,
  },
  { additionalProperties: false },
)
export const ImportId = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false })
export const ImportList = Type.Object({ imports: Type.Array(TableImport) })

import { closed } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { Deadline } from '../deadline/contract.ts'
import { forParty } from '../declaration/for-party.ts'

/** What callers see of monthly summaries: schemas only. */

const Text = Type.Object({ zh: Type.String(), en: Type.String() })
const Time = Type.String({ format: 'date-time' })
const Name = Type.String({ minLength: 1, maxLength: 60, description: 'id, or number: D26120100000001' })
const Firm = Type.Object({ code: Type.String(), name: Type.String() })
const Sums = Type.Array(Type.Object({ unit: Type.String(), quantity: Type.String() }))
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 }))
const month = { pattern: '^2\\d{3}-(0[1-9]|1[0-2])$' }

export const OfMonth = closed({
  month: Type.Optional(Type.String({ ...month, description: '2026-11; absent: the month before this' })),
  party: forParty,
})

/** A line after merging. */
const MergedLine = {
  keys: Type.Object({ finalCountry: Type.String(), hsCode: Type.String(), currency: Type.String() }),
  name: Type.String(),
  declared: Sums,
  legal: Sums,
  second: Sums,
  total: Type.String(),
}
const Head = Type.Object({
  consignor: Type.String(),
  transportMode: Type.String(),
  producer: Type.String(),
  arrivalCountry: Type.String(),
  exitCustoms: Type.String(),
})

const Counts = {
  office: Type.String({ description: 'customs office' }),
  consignor: Firm,
  agent: Firm,
  lists: Type.Integer(),
  /** Lines after merging, and declarations that they make by our reckoning. */
  lines: Type.Integer(),
  declarations: Type.Integer(),
  /** Lists released in an earlier month. */
  late: Type.Integer(),
}

export const Prepare = closed({
  ...OfMonth.properties,
  /** Merged lines that are shown of each application. */
  lines: Type.Optional(Type.Integer({ minimum: 0, maximum: 5000 })),
})
export const Prepared = Type.Object({
  month: Type.String(),
  /** The month is over: it can be summed up. */
  isOver: Type.Boolean(),
  deadline: Type.Optional(Deadline),
  groups: Type.Array(
    Type.Object({
      ...Counts,
      /** Declarations by our reckoning; the customs make their own. */
      merged: Type.Array(
        Type.Object({
          head: Head,
          lines: Type.Array(
            Type.Object({
              no: Type.Integer(),
              ...MergedLine,
              /** Lines of lists that it is merged from, the first twenty, and how many there are. */
              from: Type.Array(Type.Object({ list: Type.String(), line: Type.Integer() })),
              sources: Type.Integer(),
            }),
          ),
        }),
      ),
      /** Lists released in an earlier month, the first hundred. */
      lateLists: Type.Array(
        Type.Object({ number: Type.String(), listNo: Type.String(), releasedOn: Type.String() }),
      ),
    }),
  ),
  /** Lists that cannot be summed up now, the first hundred, and how many there are. */
  blocked: Type.Integer(),
  blockedLists: Type.Array(
    Type.Object({
      number: Type.String(),
      listNo: Type.Optional(Type.String()),
      releasedOn: Type.String(),
      /** cancelling, contradicted, no_number. */
      reason: Type.String(),
      text: Text,
    }),
  ),
})

export const Made = Type.Object({
  month: Type.String(),
  summaries: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      ...Counts,
      /** Records that the application is sent in. */
      parts: Type.Integer(),
    }),
  ),
  blocked: Type.Integer(),
})

export const List = closed({
  month: Type.Optional(Type.String(month)),
  after: Type.Optional(Type.String({ maxLength: 60 })),
  limit: Limit,
})
const Summary = {
  id: Type.String(),
  number: Type.String(),
  month: Type.String(),
  state: Type.String(),
  stateAt: Time,
  madeAt: Time,
  office: Type.String(),
  consignor: Firm,
  agent: Type.String(),
  lists: Type.Integer(),
  /** Lists of rejected parts, which can be summed up again. */
  givenBack: Type.Integer(),
  lines: Type.Integer(),
  declarations: Type.Integer(),
  /** Number that the customs gave it. */
  sumNo: Type.Optional(Type.String()),
  /** Declarations that the customs made of it so far. */
  made: Type.Integer(),
  /** Lists of which the customs have told a declaration. */
  listsDeclared: Type.Integer(),
}
export const Listed = Type.Object({
  summaries: Type.Array(Type.Object(Summary)),
  next: Type.Optional(Type.String()),
})

export const Read = closed({
  id: Name,
  /** Line after which merged lines are shown. */
  after: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Limit,
})
export const SummaryRead = Type.Object({
  ...Summary,
  rule: Type.Object({ id: Type.String(), from: Type.String(), source: Type.String() }),
  /** Parts by their state; of those that need somebody, what the customs say. */
  parts: Type.Array(
    Type.Object({ state: Type.String(), parts: Type.Integer(), said: Type.Optional(Type.String()) }),
  ),
  /** All its lists are told of, and the customs made another number of declarations than we reckoned: see which holds. */
  isOtherwise: Type.Boolean(),
  /** Declarations that the customs made (CEB792). */
  results: Type.Array(
    Type.Object({
      seqNo: Type.String(),
      /** Number of the customs declaration. */
      entryId: Type.Optional(Type.String()),
      /** As the customs write it; its values are in no source. */
      state: Type.String(),
      at: Type.String({ description: 'yyyyMMddHHmmssSSS, of the customs' }),
      grossWeight: Type.String(),
      netWeight: Type.String(),
      lists: Type.Integer(),
      /** Of them with a refund in their plan: the refund is declared under entryId. */
      refundLists: Type.Integer(),
    }),
  ),
  merged: Type.Array(
    Type.Object({
      line: Type.Integer(),
      /** The declaration that it is in by our reckoning, from 1. */
      declaration: Type.Integer(),
      head: Head,
      ...MergedLine,
      lists: Type.Integer(),
    }),
  ),
  next: Type.Optional(Type.Integer()),
})

export const Lists = closed({
  id: Name,
  after: Type.Optional(Type.String({ maxLength: 30 })),
  limit: Limit,
})
const SummedList = {
  id: Type.String(),
  number: Type.String(),
  listNo: Type.String(),
  releasedOn: Type.String(),
  isLate: Type.Boolean(),
  /** It was given back, and can be summed up again. */
  isGivenBack: Type.Boolean(),
  hasRefund: Type.Boolean(),
  /** Numbers of the customs declarations that its lines stand in. */
  entries: Type.Array(Type.String()),
}
export const ListsRead = Type.Object({
  lists: Type.Array(Type.Object(SummedList)),
  next: Type.Optional(Type.String()),
})

export const OfList = closed({ list: Name })
/** The summary that a list stands in, and where its lines went. */
export const OfListRead = Type.Object({
  summary: Type.Optional(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      month: Type.String(),
      state: Type.String(),
      isLate: Type.Boolean(),
    }),
  ),
  lines: Type.Array(
    Type.Object({
      line: Type.Integer(),
      /** Merged line of the summary, by our reckoning. */
      merged: Type.Optional(Type.Integer()),
      entryId: Type.Optional(Type.String()),
      seqNo: Type.Optional(Type.String()),
    }),
  ),
  /** What it means for the refund of the list; absent: its plan has none. */
  refund: Type.Optional(Text),
})

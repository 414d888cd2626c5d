import { Type } from 'typebox'

/** What callers see of rules: schemas only. */
export const ListRules = Type.Object(
  {
    date: Type.Optional(
      Type.String({ format: 'legal-day', description: 'ISO day, Asia/Shanghai; absent: today' }),
    ),
    search: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
)

export const RuleInForce = Type.Object({
  id: Type.String(),
  title: Type.Optional(Type.Object({ zh: Type.String(), en: Type.String() })),
  value: Type.Unknown(),
  unit: Type.Optional(Type.String()),
  from: Type.String(),
  to: Type.Optional(Type.String()),
  source: Type.String(),
  /** official, secondary, weak or assumed: how good the source is. */
  strength: Type.String(),
  note: Type.Optional(Type.String()),
})

export const RuleList = Type.Object({
  date: Type.String(),
  digest: Type.String(),
  rules: Type.Array(RuleInForce),
})

export const RuleId = Type.Object({ id: Type.String({ maxLength: 200 }) }, { additionalProperties: false })

/** A rule through time, the first version first. */
export const RuleHistory = Type.Object({
  id: Type.String(),
  title: Type.Optional(Type.Object({ zh: Type.String(), en: Type.String() })),
  unit: Type.Optional(Type.String()),
  versions: Type.Array(
    Type.Object({
      from: Type.String(),
      to: Type.Optional(Type.String()),
      value: Type.Unknown(),
      source: Type.String(),
      strength: Type.String(),
      note: Type.Optional(Type.String()),
    }),
  ),
})

const Day = Type.String({ format: 'legal-day' })
export const CompareRules = Type.Object({ date: Day, toDate: Day }, { additionalProperties: false })

/** Rules of which another version, or none, holds on the second day. */
export const RuleChanges = Type.Object({
  changes: Type.Array(
    Type.Object({ id: Type.String(), before: Type.Optional(RuleInForce), after: Type.Optional(RuleInForce) }),
  ),
})

/** The reader's latest plans among whose first orders some rest on the rule. */
export const RuleUses = Type.Object({
  /** Orders of each plan that were looked through. */
  looked: Type.Integer(),
  plans: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      name: Type.String(),
      date: Type.String(),
      orders: Type.Integer(),
      orderNo: Type.String({ description: 'the first of them' }),
    }),
  ),
})

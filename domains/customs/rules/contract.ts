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

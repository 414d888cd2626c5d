import { Type } from 'typebox'
import { closed } from '../command/index.ts'

/** What the first page is told: schemas only. */

const Text = Type.Object({ zh: Type.String(), en: Type.String() })

const Item = closed({
  number: Type.Optional(Type.String()),
  title: Type.Optional(Text),
  /** Name of the party, for those who see more than their own. */
  party: Type.Optional(Text),
  page: Type.String({ description: 'Address in the console' }),
  since: Type.Optional(Type.String({ description: 'ISO 8601, UTC' })),
  due: Type.Optional(Type.String({ description: 'Last legal day' })),
  /** Working days to the last day, 0: today; below zero: over. Absent: the holidays are not known. */
  workingDays: Type.Optional(Type.Integer()),
  isLate: Type.Boolean(),
  /** How many records it stands for. */
  count: Type.Optional(Type.Integer()),
})

export const Today = closed({
  /** The legal day that it is of. */
  today: Type.String(),
  waits: Type.Array(
    closed({
      kind: Type.String(),
      name: Text,
      todo: Text,
      page: Type.String(),
      items: Type.Array(Item),
      /** There are more than these. */
      isCut: Type.Boolean(),
    }),
  ),
  /** The latest first. */
  started: Type.Array(
    closed({
      kind: Type.String(),
      kindName: Text,
      said: Text,
      number: Type.Optional(Type.String()),
      title: Text,
      page: Type.String(),
      at: Type.String({ description: 'ISO 8601, UTC' }),
    }),
  ),
})

import { closed, Instant } from '@tongqu/kernel/command'
import { Type } from 'typebox'

/** What callers see of figures: schemas only. */

const Text = Type.Object({ zh: Type.String(), en: Type.String() })
const Unit = Type.Union([Type.Literal('count'), Type.Literal('CNY')])
const Chart = Type.Union([
  Type.Literal('number'),
  Type.Literal('bars'),
  Type.Literal('map'),
  Type.Literal('time'),
  Type.Literal('minutes'),
  Type.Literal('alarm'),
])
const Keys = Type.Union([
  Type.Literal('mode'),
  Type.Literal('country'),
  Type.Literal('hour'),
  Type.Literal('day'),
  Type.Literal('month'),
  Type.Literal('minute'),
  Type.Literal('text'),
])

export const ReadFigures = closed({
  /** Figures by key; absent: all that the caller may see. */
  keys: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 50 })),
  /** How far back figures of a period look; absent: today. */
  period: Type.Optional(
    Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('month'), Type.Literal('year')], {
      description: 'day, week, month or year: 1, 7, 30 or 365 legal days',
    }),
  ),
  /** Last legal day of the period; absent: today. */
  to: Type.Optional(Type.String({ format: 'legal-day' })),
})

const Part = closed({
  key: Type.String(),
  name: Type.Optional(Text),
  /** One of each series: integers or decimals. */
  values: Type.Array(Type.String()),
  records: Type.Optional(Type.String()),
})

export const FigureShown = closed({
  key: Type.String(),
  name: Text,
  about: Text,
  unit: Unit,
  chart: Chart,
  /** Absent: it is of the moment `asAt`. */
  period: Type.Optional(closed({ from: Type.String(), to: Type.String() })),
  /** When it was true. */
  asAt: Instant,
  value: Type.String(),
  /** Address of its records in the console. */
  records: Type.String(),
  series: Type.Array(closed({ name: Text, unit: Unit })),
  /** What the keys of the parts are. */
  keys: Type.Optional(Keys),
  parts: Type.Array(Part),
})

export const FiguresRead = closed({ at: Instant, figures: Type.Array(FigureShown) })

/** Where a country's name is put on a map of the world, in degrees. */
export const Places = closed({
  source: Type.String(),
  places: Type.Array(
    closed({
      code: Type.String(),
      name: Text,
      longitude: Type.Number(),
      latitude: Type.Number(),
    }),
  ),
})

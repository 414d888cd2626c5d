import { closed, Instant } from '@tongqu/kernel/command'
import { periodNames } from '@tongqu/kernel/figure'
import { Type } from 'typebox'

/** What callers see of figures: schemas only. */

const Text = Type.Object({ zh: Type.String(), en: Type.String() })
const Unit = Type.Union([Type.Literal('count'), Type.Literal('CNY')])
const Charts = ['number', 'bars', 'map', 'time', 'minutes', 'alarm'] as const
const Keys = ['mode', 'country', 'hour', 'day', 'month', 'minute', 'text'] as const

export const ReadFigures = closed({
  /** Figures by key; absent: all that the caller may see. */
  keys: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 50 })),
  /** How far back figures of a period look; absent: today. */
  period: Type.Optional(
    Type.Union(
      periodNames.map(name => Type.Literal(name)),
      { description: 'day, week, month or year: 1, 7, 30 or 365 legal days' },
    ),
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
  chart: Type.Union(Charts.map(chart => Type.Literal(chart))),
  /** Absent: it is of the moment `asAt`. */
  period: Type.Optional(closed({ from: Type.String(), to: Type.String() })),
  /** When it was true. */
  asAt: Instant,
  value: Type.String(),
  /** Address of its records in the console. */
  records: Type.String(),
  series: Type.Array(closed({ name: Text, unit: Unit })),
  /** What the keys of the parts are. */
  keys: Type.Optional(Type.Union(Keys.map(key => Type.Literal(key)))),
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

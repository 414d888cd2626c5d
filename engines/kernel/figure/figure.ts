import type { Permission } from '../command/definition.ts'
import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { Scope } from '../db/index.ts'
import type { Text } from '../text/index.ts'
import type { Period } from './period.ts'

/** What a figure is counted in; `CNY` are decimal texts in yuan. */
export type FigureUnit = 'count' | 'CNY'

/**
 * How a figure is best looked at. `number`: one number; `bars`: parts side by side; `map`: parts that are countries;
 * `time`: parts that are hours or days; `minutes`: the last sixty minutes; `alarm`: a number that should be zero.
 */
export type FigureChart = 'number' | 'bars' | 'map' | 'time' | 'minutes' | 'alarm'

/** What the keys of a figure's parts are codes of: whoever shows them knows their names. */
export type FigureKeys = 'mode' | 'country' | 'hour' | 'day' | 'month' | 'minute' | 'text'

export interface FigureSeries {
  readonly name: Text
  readonly unit: FigureUnit
}

/** A share of a figure, with a value for each of its series. */
export interface FigurePart {
  readonly key: string
  /** Where the key is no code: what to call it. */
  readonly name?: Text
  readonly values: readonly string[]
  /** Address of its records in the console; absent: no list shows just these. */
  readonly records?: string
}

export interface FigureAnswer {
  /** An integer or an exact decimal as text. */
  readonly value: string
  /** Address of the records behind the number, the list filtered just so; absent: that of the figure. */
  readonly records?: string
  readonly parts?: readonly FigurePart[]
  readonly keys?: FigureKeys
}

export interface AskFigure {
  /** In the reader's own sight: row security holds. */
  readonly work: UnitOfWork
  readonly period: Period
  /** Whose records alone the reader sees; undefined: all that the scope shows. Narrows an index, nothing more. */
  readonly party: string | undefined
}

/**
 * A figure: a query and how it is looked at. It is declared once, by the domain whose records it counts, and stands on
 * the wall of everybody whom its permission is granted to, in the scope that grants it.
 */
export interface Figure {
  /** `domain.noun.figure`. */
  readonly key: string
  readonly name: Text
  /** What is counted, what is not, and at what rate amounts were converted. */
  readonly about: Text
  readonly unit: FigureUnit
  readonly permission: Permission
  /** Row security's scope where it is not the one that grants the permission. */
  readonly unsafeScope?: Scope
  readonly chart: FigureChart
  /** Of parts: what each of their values is. */
  readonly series?: readonly FigureSeries[]
  /** Of the asked period, up to its last day; else as things stand at the moment of asking. */
  readonly isOfPeriod: boolean
  /** Seconds for which an answer may be given again to readers of the same sight; of long periods longer. */
  readonly keptFor: number
  /** Address in the console of the records behind it. */
  readonly records: string
  ask(of: AskFigure): Promise<FigureAnswer>
}

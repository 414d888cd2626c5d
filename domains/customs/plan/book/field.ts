export interface Text {
  readonly zh: string
  readonly en: string
}

/**
 * How a field's cell is read.
 * - `text`: words; `identifier`: digits or letters whose every character counts (numbers of orders, documents);
 * - `decimal`, `integer`: a plain number; `rate`: a fraction, 0.13 for 13 %;
 * - `day`: an ISO day; `yesNo`; `choice`: one of `choices`;
 * - `unit`, `country`, `currency`: a code or name of the loaded table; `hs`: 4 to 10 digits.
 */
export type FieldKind =
  | 'text'
  | 'identifier'
  | 'decimal'
  | 'integer'
  | 'rate'
  | 'day'
  | 'yesNo'
  | 'choice'
  | 'unit'
  | 'country'
  | 'currency'
  | 'hs'

export interface Choice {
  /** As the order carries it. */
  readonly value: string
  readonly zh: string
  readonly en: string
}

/** One column of the order book. */
export interface Field {
  /** Position in the table of fields: rows keep their cells by it. */
  readonly at: number
  readonly level: 'order' | 'line'
  /** Property of the order or line, and its name in JSON. */
  readonly name: string
  /** English header of a flat table; the name, but for a name that both levels have. */
  readonly header: string
  /** Chinese header. */
  readonly zh: string
  /** Further headers that are recognised. */
  readonly also: readonly string[]
  readonly note: Text
  readonly kind: FieldKind
  readonly choices: readonly Choice[]
  /** Of numbers: `positive` refuses zero; every number refuses a minus. */
  readonly positive: boolean
  readonly needed: boolean
  /** When it is needed though not always. */
  readonly neededFor?: Text
  /** Not used by the plan: kept beside the order for its declaration. */
  readonly beyondPlan: boolean
  readonly maxLength: number
  readonly example: string
}

type Defaults = 'header' | 'also' | 'choices' | 'positive' | 'needed' | 'beyondPlan' | 'maxLength'
export type FieldSpec = Omit<Field, Defaults | 'level' | 'at'> & Partial<Pick<Field, Defaults>>

/** Completes the fields of one level. */
export function fieldsOf(
  level: Field['level'],
  specs: readonly FieldSpec[],
  common: Partial<Pick<Field, 'beyondPlan'>> = {},
): readonly Omit<Field, 'at'>[] {
  return specs.map(spec => ({
    also: [],
    choices: [],
    positive: false,
    needed: false,
    beyondPlan: false,
    maxLength: 200,
    header: spec.name,
    ...common,
    ...spec,
    level,
  }))
}

/** A value as the file has it: decimals stay text, so nothing passes through floating point. */
export type ParameterValue = string | readonly ParameterValue[] | { readonly [key: string]: ParameterValue }

/**
 * How well a value is founded: `official` the text itself was read, `secondary` seen in a professional or
 * administrative summary of it, `weak` only on unofficial pages, `assumed` no source settles it.
 */
export type Strength = 'official' | 'secondary' | 'weak' | 'assumed'

export interface ParameterVersion {
  /** First day of validity, ISO. */
  readonly from: string
  /** Last day of validity, ISO, inclusive; absent: until the next version begins, or open. */
  readonly to?: string
  readonly value: ParameterValue
  readonly source: string
  readonly strength: Strength
  readonly note?: string
}

/** The parameter's name as an official reads it. */
export interface ParameterTitle {
  readonly zh: string
  readonly en: string
}

export interface Parameter {
  readonly id: string
  readonly title?: ParameterTitle
  readonly unit?: string
  /** In order of `from`, without overlap. */
  readonly versions: readonly ParameterVersion[]
}

/** Where a problem stands: file, parameter, key, and line of the text (from 1) where it is known. */
export interface Place {
  readonly file: string
  readonly id?: string
  readonly key?: string
  readonly line?: number
}

/** A refusal while reading; `code` is stable (`parameter.overlap`), texts are rendered at the edge. */
export interface ParameterProblem {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
  readonly place: Place
}

export interface ParameterFile {
  readonly parameters: readonly Parameter[]
  readonly problems: readonly ParameterProblem[]
}

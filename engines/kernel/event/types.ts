/** Something that happened, as the one who did it tells it. */
export interface NewEvent {
  /** `domain.noun.happened`, past tense. */
  readonly type: string
  /** Version of the shape of `data`; older ones are upcast on reading. */
  readonly version?: number
  /** What it happened to: `domain.noun/id`. Order is promised per record. */
  readonly record?: string
  readonly data: unknown
}

/** An event as it is read back. */
export interface StoredEvent {
  /** Gapless, given after the commit; the log is read in this order. */
  readonly position: number
  readonly at: Date
  /** UUID of the run that told it. */
  readonly run: string
  readonly type: string
  readonly version: number
  readonly party: string | null
  readonly account: string | null
  readonly record: string | null
  readonly data: unknown
}

/** What comes with a call beside its input. */
export interface CallOptions {
  /** Idempotency key, in the scope of the party and the command. */
  readonly key?: string | undefined
  /** The request's own number, for tracing. */
  readonly request?: string | undefined
  /** Set by an edge that has stored a file's bytes itself and filled `uploadFields` of the input. */
  readonly uploaded?: boolean
}

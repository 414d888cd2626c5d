/** What comes with a call beside its input. */
export interface CallOptions {
  /** Idempotency key, in the scope of the party and the command. */
  readonly key?: string | undefined
  /** The request's own number, for tracing. */
  readonly request?: string | undefined
}

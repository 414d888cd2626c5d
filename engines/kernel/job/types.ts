/** Work asked for inside a transaction and done after it. */
export interface JobRequest {
  /** Name of a registered job. */
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
  /** At most one waiting job has a key; a later request replaces it. */
  readonly key?: string
  readonly runAt?: Date
  readonly maxAttempts?: number
}

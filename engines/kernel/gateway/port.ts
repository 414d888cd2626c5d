/** A way to an outside counter. A message may be sent more than once: the counter tells it by its own keys. */
export interface Gateway {
  /** `folder out/`, `http://…`: for people. */
  readonly name: string
  /**
   * Hands a message over. Resolves when the other side has it.
   * @param name letters, digits, points and hyphens; the same message always has the same
   * @throws NotSent, which says whether it may have arrived all the same
   */
  send(name: string, content: Uint8Array): Promise<void>
  /** What has come in and was not put away, the oldest first; none where the other side calls us. */
  arrivals(most: number): Promise<readonly Arrival[]>
}

/** A message that lies with the gateway. */
export interface Arrival {
  readonly name: string
  /** Undefined: it cannot be read (too large, no regular file). */
  read(limit: number): Promise<Uint8Array | undefined>
  /** Puts it away: it was taken, or could not be. */
  putAway(as: 'taken' | 'refused'): Promise<void>
}

/** A message was not handed over. */
export class NotSent extends Error {
  /** It may have arrived: nobody knows. */
  readonly isUncertain: boolean
  constructor(message: string, isUncertain: boolean) {
    super(message)
    this.isUncertain = isUncertain
  }
}

import { seal, unseal } from '../crypto/index.ts'

/**
 * Slips that this process hands out and later takes back: sealed, so that the holder can neither read nor
 * make one, bound to a purpose and to a time. They do not outlive the process.
 */
export class Tickets {
  readonly #key: Uint8Array

  constructor(key: Uint8Array) {
    this.#key = key
  }

  /** @param until the instant after which it is not taken any more */
  issue(purpose: string, value: unknown, until: Date): string {
    return seal(this.#key, JSON.stringify({ purpose, value, until: until.getTime() })).toString('base64url')
  }

  /** What was put in; undefined when it was made elsewhere, for something else, or is too old. */
  open(purpose: string, ticket: string, now: Date): unknown {
    try {
      const slip = JSON.parse(unseal(this.#key, Buffer.from(ticket, 'base64url'))) as Slip
      return slip.purpose === purpose && slip.until > now.getTime() ? slip.value : undefined
    } catch {
      return undefined
    }
  }
}

interface Slip {
  readonly purpose: string
  readonly value: unknown
  readonly until: number
}

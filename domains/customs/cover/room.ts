import { AMOUNT_MAX } from '@tongqu/ledger'

/** What is left of accounts while a batch is decided; they are locked, so that nobody else takes of it. */
export class Room {
  readonly #left: Map<string, bigint>
  readonly #first: ReadonlyMap<string, bigint>
  /** What a trial has changed, to be taken back. */
  #before: Map<string, bigint> | undefined

  /** @param left available on the accounts that must not be overdrawn; the others have no bounds */
  constructor(left: ReadonlyMap<string, bigint>) {
    this.#left = new Map(left)
    this.#first = left
  }

  of(account: string): bigint {
    return this.#left.get(account) ?? AMOUNT_MAX
  }

  add(account: string, amount: bigint): void {
    const left = this.#left.get(account)
    if (left === undefined) return
    this.#before?.set(account, this.#before.get(account) ?? left)
    this.#left.set(account, left + amount)
  }

  /** Does something that is taken back where it does not succeed. */
  trial(what: () => boolean): boolean {
    this.#before = new Map()
    const isDone = what()
    if (!isDone) for (const [account, left] of this.#before) this.#left.set(account, left)
    this.#before = undefined
    return isDone
  }

  /** Accounts of which there is more now. */
  grown(): string[] {
    return [...this.#left].filter(([id, left]) => left > this.#first.get(id)!).map(([id]) => id)
  }
}

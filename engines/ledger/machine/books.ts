import type { Account } from './account.ts'
import type { Hold, Transfer } from './transfer.ts'

/** A value that was replaced: what has to be put back to undo it. */
interface Entry {
  readonly table: Map<string, unknown>
  readonly key: string
  readonly before: unknown
}

/** What was changed since the journal was last cleared. */
export interface Changes {
  readonly accounts: readonly Account[]
  readonly transfers: readonly Transfer[]
  readonly holds: readonly Hold[]
  /** Ids of transfers that failed for a passing reason, and must never succeed later. */
  readonly failed: readonly string[]
}

/**
 * Accounts, transfers and holds in memory: all of them, or those that somebody loaded. Every change is
 * journalled, so that a chain can be undone and a store can write what changed.
 */
export class Books {
  readonly #accounts = new Map<string, Account>()
  readonly #transfers = new Map<string, Transfer>()
  readonly #holds = new Map<string, Hold>()
  readonly #failed = new Map<string, true>()
  #journal: Entry[] = []
  #timestamp = 0n

  /** The time of the last event, nanoseconds since 1970. */
  get timestamp(): bigint {
    return this.#timestamp
  }

  account(id: string): Account | undefined {
    return this.#accounts.get(id)
  }

  transfer(id: string): Transfer | undefined {
    return this.#transfers.get(id)
  }

  hold(id: string): Hold | undefined {
    return this.#holds.get(id)
  }

  hasFailed(id: string): boolean {
    return this.#failed.has(id)
  }

  accounts(): IterableIterator<Account> {
    return this.#accounts.values()
  }

  transfers(): IterableIterator<Transfer> {
    return this.#transfers.values()
  }

  holds(): IterableIterator<Hold> {
    return this.#holds.values()
  }

  /** Takes in what a store holds: no change. */
  load(held: Partial<Changes>, timestamp = 0n): void {
    for (const account of held.accounts ?? []) this.#accounts.set(account.id, account)
    for (const transfer of held.transfers ?? []) this.#transfers.set(transfer.id, transfer)
    for (const hold of held.holds ?? []) this.#holds.set(hold.id, hold)
    for (const id of held.failed ?? []) this.#failed.set(id, true)
    if (timestamp > this.#timestamp) this.#timestamp = timestamp
  }

  /** Lets go of transfers and holds that a store can bring again. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#transfers.delete(id)
      this.#holds.delete(id)
      this.#failed.delete(id)
    }
  }

  setAccount(account: Account): void {
    this.#set(this.#accounts, account.id, account)
  }

  setTransfer(transfer: Transfer): void {
    this.#set(this.#transfers, transfer.id, transfer)
  }

  setHold(hold: Hold): void {
    this.#set(this.#holds, hold.id, hold)
  }

  setFailed(id: string): void {
    this.#set(this.#failed, id, true)
  }

  /**
   * The times of the next events, one nanosecond apart: from `now`, or after the last event when the clock
   * stands still or went back.
   * @returns the time of the first
   */
  take(events: number, now: bigint): bigint {
    const first = now > this.#timestamp ? now : this.#timestamp + 1n
    this.#timestamp = first + BigInt(Math.max(events, 1)) - 1n
    return first
  }

  /** A point that can be gone back to. */
  mark(): number {
    return this.#journal.length
  }

  /** Undoes every change after the mark; time is not given back. */
  undo(mark: number): void {
    while (this.#journal.length > mark) {
      const { table, key, before } = this.#journal.pop()!
      if (before === undefined) table.delete(key)
      else table.set(key, before)
    }
  }

  /** What changed since the last call, each record once as it is now. */
  drain(): Changes {
    const journal = this.#journal
    this.#journal = []
    const of = <T>(table: Map<string, T>) => {
      const keys = new Set<string>()
      for (const entry of journal) if (entry.table === table) keys.add(entry.key)
      return [...keys].map(key => table.get(key)!)
    }
    const failed = journal.filter(entry => entry.table === this.#failed).map(entry => entry.key)
    return {
      accounts: of(this.#accounts),
      transfers: of(this.#transfers),
      holds: of(this.#holds),
      failed,
    }
  }

  #set<T>(table: Map<string, T>, key: string, value: T): void {
    this.#journal.push({ table, key, before: table.get(key) })
    table.set(key, value)
  }
}

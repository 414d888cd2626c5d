import type { Tx } from '@tongqu/kernel/db'
import type { Refusal } from '@tongqu/kernel/refusal'
import {
  type Account,
  Books,
  type Changes,
  createTransfers,
  expireHolds,
  type NewTransfer,
  NIL_ID,
  type Result,
  type Transfer,
  type TransferStatus,
} from '../machine/index.ts'
import { ledgerRefusals } from '../refusals.ts'
import { accountsOf, named, readAccounts, readTransfers } from './read.ts'
import { writeChanges } from './write.ts'

/*
 * The books of one shard in the memory of its writer, from batch to batch:
 *
 *   prepare   reads what a batch names and the books do not hold, releases holds whose time has come
 *   post      decides in order, in memory
 *   flush     writes all that changed in a few statements, of which the writer's transaction is made
 *
 * Accounts stay, so does every hold while it is open; other transfers are forgotten once their batch is committed.
 * The writer drops the whole of it after any error (see kernel/command/shard-pipeline.ts), so what it holds is
 * committed, or will be before anything that was decided over it.
 */

/** Accounts and open holds that stay in memory at most; beyond, the next batch begins with empty books. */
const MOST = 500_000
const DUE_AT_ONCE = 1000

const DUE = `
  select id from ledger.hold where writer = $1 and status = 'pending' and expires_at <= $2 order by expires_at limit $3`
const NEXT_DUE = `
  select min(expires_at) as at from ledger.hold where writer = $1 and status = 'pending' and expires_at is not null`

/** What a call may ask for, so that it can be read before. */
export interface Needs {
  /** Every transfer that it may post. */
  readonly transfers: readonly NewTransfer[]
  /** Further accounts whose balances it looks at. */
  readonly accounts?: readonly string[]
}

/** What a batch named and changed. */
interface Written {
  readonly transfers: readonly string[]
  readonly changes: Changes
}

export class ShardLedger {
  readonly #writer: string
  #books = new Books()
  #foreign = new Set<string>()
  /** What the tables name accounts by. */
  readonly #keys = new Map<string, number>()
  #runs = new Map<string, string>()
  /** Transfers that the batch at hand named. */
  #batch: string[] = []
  /** Of batches that were written and are not known to be committed, oldest first. */
  #written: Written[] = []
  /** When the next hold is due, as far as is known; undefined: to be asked of the tables. */
  #nextDue: bigint | undefined
  #kept = 0

  /** @param writer the shard, as accounts name it */
  constructor(writer: string) {
    this.#writer = writer
  }

  /** Reads what the calls of a batch need. `run` stands for holds that expire now. */
  async prepare(tx: Tx, needs: readonly Needs[], now: bigint, run: string): Promise<void> {
    if (this.#kept > MOST) this.#startOver()
    const transfers = needs.flatMap(need => need.transfers)
    await this.#readTransfers(tx, transfers)
    const accounts = needs.flatMap(need => need.accounts ?? [])
    await this.#readAccounts(tx, [...accountsOf(this.#books, transfers), ...accounts])
    await this.#expire(tx, now, run)
  }

  /** The account as it stands before the next call is decided; undefined: unknown, or not named in the needs. */
  account(id: string): Account | undefined {
    return this.#foreign.has(id) ? undefined : this.#books.account(id)
  }

  /** A transfer that was named in the needs, or that was posted since; undefined: unknown. */
  transfer(id: string): Transfer | undefined {
    return this.#books.transfer(id)
  }

  /**
   * Decides transfers in order, in memory.
   * @returns a refusal, and nothing done, when an account belongs to another writer
   */
  post(transfers: readonly NewTransfer[], now: bigint, run: string): Result<TransferStatus>[] | Refusal {
    const foreign =
      this.#foreign.size > 0 && accountsOf(this.#books, transfers).find(id => this.#foreign.has(id))
    if (foreign) return ledgerRefusals.refuse('ledger.other_writer', { account: foreign })
    const results = createTransfers(this.#books, transfers, now)
    for (const { id } of transfers) {
      this.#runs.set(id, run)
      const at = this.#books.hold(id)?.expires_at
      if (at !== undefined && this.#nextDue !== undefined && at < this.#nextDue) this.#nextDue = at
    }
    return results
  }

  mark(): number {
    return this.#books.mark()
  }

  undo(mark: number): void {
    this.#books.undo(mark)
  }

  /** Writes what changed since the last flush: taken out at once, so that the next batch can be decided meanwhile. */
  async flush(tx: Tx): Promise<void> {
    const changes = this.#books.drain()
    const runs = this.#runs
    const written = writeChanges(tx, this.#books, changes, {
      runOf: id => runs.get(id)!,
      keyOf: id => this.#keys.get(id)!,
      writer: this.#writer,
    })
    this.#kept += changes.holds.length
    this.#written.push({ transfers: this.#batch, changes })
    this.#batch = []
    this.#runs = new Map()
    await written
  }

  /** The oldest batch that was written can be read from the tables now. */
  committed(): void {
    const { transfers } = this.#written.shift()!
    this.#books.forget(transfers.filter(id => this.#books.hold(id)?.status !== 'pending'))
  }

  /** Empty books, but for what is written and may not be in the tables yet. */
  #startOver(): void {
    const [books, next] = [this.#books, new Books()]
    next.load({}, books.timestamp)
    for (const { transfers, changes } of this.#written) {
      next.load({
        accounts: changes.accounts.map(({ id }) => books.account(id)!),
        transfers: transfers.flatMap(id => books.transfer(id) ?? []),
        holds: [...new Set([...transfers, ...changes.holds.map(({ id }) => id)])].flatMap(
          id => books.hold(id) ?? [],
        ),
        failed: transfers.filter(id => books.hasFailed(id)),
      })
      // A hold goes with its transfer.
      next.load({ transfers: changes.holds.flatMap(({ id }) => books.transfer(id) ?? []) })
    }
    this.#books = next
    this.#foreign = new Set()
    this.#kept = 0
  }

  async #readTransfers(tx: Tx, transfers: readonly NewTransfer[]): Promise<void> {
    const unknown: string[] = []
    for (const { id, pending_id } of transfers) {
      this.#batch.push(id)
      unknown.push(id)
      if (pending_id === undefined || pending_id === NIL_ID) continue
      this.#batch.push(pending_id)
      if (!this.#books.hold(pending_id)) unknown.push(pending_id)
    }
    if (unknown.length > 0) await readTransfers(tx, this.#books, [...new Set(unknown)])
  }

  async #readAccounts(tx: Tx, ids: readonly string[]): Promise<void> {
    const unknown = named(ids).filter(id => !this.#books.account(id))
    if (unknown.length === 0) return
    this.#kept += unknown.length
    for (const [id, { key, writer }] of await readAccounts(tx, this.#books, unknown, false)) {
      this.#keys.set(id, key)
      if (writer !== this.#writer) this.#foreign.add(id)
    }
  }

  async #expire(tx: Tx, now: bigint, run: string): Promise<void> {
    const time = now > this.#books.timestamp ? now : this.#books.timestamp
    if (this.#nextDue === undefined) {
      const [next] = await tx.query<{ at: string | null }>(NEXT_DUE, [this.#writer])
      this.#nextDue = next!.at === null ? FOREVER : BigInt(next!.at)
    }
    if (this.#nextDue > time) return
    const rows = await tx.query<{ id: string }>(DUE, [this.#writer, time, DUE_AT_ONCE])
    const ids = rows.map(row => row.id).filter(id => this.#books.hold(id)?.status !== 'expired')
    this.#batch.push(...ids)
    await readTransfers(
      tx,
      this.#books,
      ids.filter(id => !this.#books.hold(id)),
    )
    await this.#readAccounts(
      tx,
      ids.flatMap(id => {
        const held = this.#books.transfer(id)!
        return [held.debit_account_id, held.credit_account_id]
      }),
    )
    for (const id of expireHolds(this.#books, ids, time)) this.#runs.set(id, run)
    this.#nextDue = undefined
  }
}

const FOREVER = 0x7fff_ffff_ffff_ffffn

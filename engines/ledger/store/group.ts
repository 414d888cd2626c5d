import type { Decision, GroupCall, GroupRun } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Account, NewTransfer, Result, Transfer, TransferStatus } from '../machine/index.ts'
import { type Needs, ShardLedger } from './shard-ledger.ts'
import { nanoseconds } from './time.ts'

/** The ledger as one call of a group command sees it while it is decided. */
export interface Posting {
  /** The account as it stands; undefined: unknown, or not named in the call's needs. */
  account(id: string): Account | undefined
  /** A transfer as it happened, a hold among them; undefined: unknown, or not named in the call's needs. */
  transfer(id: string): Transfer | undefined
  /** Decides transfers in order, in memory. A refusal: an account belongs to another writer. */
  post(transfers: readonly NewTransfer[]): Result<TransferStatus>[] | Refusal
}

/** A group command that posts: what it needs read, and how it decides. Refusing undoes all that it posted. */
export interface PostingRun<I, O, R> {
  needs(call: GroupCall<I>): Needs
  decide(ledger: Posting, call: GroupCall<I>): Decision<R, O> | Refusal
}

/** The writer of a family of group commands that post to the same accounts. */
export interface LedgerWriter<R> {
  readonly name: string
  /** The shard as its accounts name it. */
  shard(part: string): string
  /** The `group` of one of its commands. */
  run<I, O>(command: string, how: PostingRun<I, O, R>): GroupRun<I, O>
}

/**
 * Makes a family's writer: its commands are decided in one order, over the same books.
 * @param write writes the rows of the commands' own, set-based; absent: they have none
 */
export function ledgerWriter<R = never>(
  name: string,
  write?: (tx: Tx, rows: readonly R[]) => Promise<void>,
): LedgerWriter<R> {
  const needs = new Map<string, (call: GroupCall<never>) => Needs>()
  const shared = {
    writer: name,
    decidesAhead: true,
    async load(tx: Tx, calls: readonly GroupCall<unknown>[], kept: unknown, shard: string) {
      const ledger = (kept as ShardLedger | undefined) ?? new ShardLedger(shard)
      const asked = calls.map(call => needs.get(call.command)!(call as GroupCall<never>))
      await ledger.prepare(tx, asked, nanoseconds(calls[0]!.now), calls[0]!.run)
      return ledger
    },
    async write(tx: Tx, rows: readonly unknown[], state: unknown) {
      const flushed = (state as ShardLedger).flush(tx)
      await Promise.all([flushed, rows.length > 0 ? write?.(tx, rows as readonly R[]) : undefined])
    },
    committed: (state: unknown) => (state as ShardLedger).committed(),
  }
  return {
    name,
    shard: part => `${name}/${part}`,
    run(command, how) {
      needs.set(command, how.needs)
      return { ...shared, decide: (state, call) => decide(state as ShardLedger, call, how) }
    },
  }
}

function decide<I, O, R>(
  ledger: ShardLedger,
  call: GroupCall<I>,
  how: PostingRun<I, O, R>,
): Decision<R, O> | Refusal {
  const mark = ledger.mark()
  const decision = how.decide(
    {
      account: id => ledger.account(id),
      transfer: id => ledger.transfer(id),
      post: transfers => ledger.post(transfers, nanoseconds(call.now), call.run),
    },
    call,
  )
  if (isRefusal(decision)) ledger.undo(mark)
  return decision
}
